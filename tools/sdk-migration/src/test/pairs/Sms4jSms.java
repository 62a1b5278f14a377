import java.util.LinkedHashMap;
import java.util.List;
import org.dromara.sms4j.aliyun.config.AlibabaConfig;
import org.dromara.sms4j.aliyun.config.AlibabaFactory;
import org.dromara.sms4j.api.SmsBlend;
import org.dromara.sms4j.api.callback.CallBack;
import org.dromara.sms4j.api.entity.SmsResponse;
import org.dromara.sms4j.comm.exception.SmsBlendException;
import org.dromara.sms4j.core.factory.SmsFactory;
import org.dromara.sms4j.provider.factory.BeanFactory;
import org.dromara.sms4j.provider.factory.ProviderFactoryHolder;

class Sms4jSms {
    public static void main(String[] arguments) {
        String id = arguments[0];
        String secret = arguments[1];
        String endpoint = arguments[2];
        // As its starter does.
        BeanFactory.getSmsConfig();
        ProviderFactoryHolder.registerFactory(AlibabaFactory.instance());
        // begin: sms4j
        AlibabaConfig config = new AlibabaConfig();
        config.setConfigId("shop");
        config.setAccessKeyId(id);
        config.setAccessKeySecret(secret);
        config.setRequestUrl(endpoint); // for tests
        config.setSignature("Acme");
        config.setTemplateId("SMS_1");
        config.setTemplateName("code");
        SmsFactory.createSmsBlend(config);
        SmsResponse sent = SmsFactory.getSmsBlend("shop").sendMessage("13800001111", "123456");
        if (!sent.isSuccess()) {
            throw new IllegalStateException(String.valueOf(sent.getData()));
        }
        // end
        System.exit(0);
    }

    /** The other methods of the page's table. */
    static void others(SmsBlend blend, LinkedHashMap<String, String> values, List<String> phones, CallBack callback) {
        blend.sendMessage("13800001111", values);
        blend.sendMessage("13800001111", "SMS_1", values);
        blend.massTexting(phones, "SMS_1", values);
        blend.sendMessageAsync("13800001111", "123456", callback);
        blend.delayedMessage("13800001111", "123456", 1000L);
        blend.delayMassTexting(phones, "123456", 1000L);
        blend.joinInBlacklist("13800001111");
        blend.removeFromBlacklist("13800001111");
        AlibabaConfig config = new AlibabaConfig();
        config.setMaxRetries(2);
        config.setRetryInterval(5);
        throw new SmsBlendException("no");
    }
}
