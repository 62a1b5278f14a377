import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.teaopenapi.models.Config;

/** Prints what a call that fails throws. */
class SyncFailure {
    public static void main(String[] arguments) throws Exception {
        Client client = new Client(new Config()
                .setAccessKeyId(arguments[0])
                .setAccessKeySecret(arguments[1])
                .setProtocol("http")
                .setEndpoint(arguments[2]));
        try {
            client.sendSms(new SendSmsRequest()
                    .setPhoneNumbers("13800001111")
                    .setSignName("Acme")
                    .setTemplateCode("SMS_1"));
        } catch (Exception e) {
            System.out.println(e.getClass().getSimpleName());
        }
    }
}
