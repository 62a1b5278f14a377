import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.teaopenapi.models.Config;

class VendorSdk {
    public static void main(String[] arguments) throws Exception {
        Config config = new Config()
                .setAccessKeyId("inbox-key")
                .setAccessKeySecret("inbox-secret")
                .setProtocol("HTTP")
                .setEndpoint("127.0.0.1:8025");
        SendSmsRequest request = new SendSmsRequest()
                .setPhoneNumbers("13800001111")
                .setSignName("Acme")
                .setTemplateCode("SMS_1")
                .setTemplateParam("{\"code\":\"482913\"}");
        System.out.println(new Client(config).sendSms(request).getBody().getCode());
    }
}
