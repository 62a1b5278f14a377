import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.dysmsapi.model.v20170525.SendSmsRequest;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;

/** Prints what a call that fails throws. */
class FirstFailure {
    public static void main(String[] arguments) {
        IAcsClient client = new DefaultAcsClient(DefaultProfile.getProfile("cn-hangzhou", arguments[0], arguments[1]));
        SendSmsRequest request = new SendSmsRequest();
        request.setSysEndpoint(arguments[2]);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setPhoneNumbers("13800001111");
        request.setSignName("Acme");
        request.setTemplateCode("SMS_1");
        try {
            client.getAcsResponse(request);
        } catch (ClientException e) {
            System.out.println(e.getClass().getSimpleName());
        }
        System.exit(0);
    }
}
