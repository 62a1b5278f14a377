import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;

class CommonSms {
    public static void main(String[] arguments) throws Exception {
        String id = arguments[0];
        String secret = arguments[1];
        String endpoint = arguments[2];
        // begin: common
        IAcsClient client = new DefaultAcsClient(DefaultProfile.getProfile("cn-hangzhou", id, secret));
        CommonRequest request = new CommonRequest();
        request.setSysMethod(MethodType.POST);
        request.setSysDomain(endpoint);
        request.setSysProtocol(ProtocolType.HTTP); // for tests
        request.setSysVersion("2017-05-25");
        request.setSysAction("SendSms");
        request.putQueryParameter("PhoneNumbers", "13800001111");
        request.putQueryParameter("SignName", "Acme");
        request.putQueryParameter("TemplateCode", "SMS_1");
        request.putQueryParameter("TemplateParam", "{\"code\":\"123456\"}");
        System.out.println(client.getCommonResponse(request).getData());
        // end
        CommonRequest query = new CommonRequest();
        query.setSysMethod(MethodType.POST);
        query.setSysDomain(endpoint);
        query.setSysProtocol(ProtocolType.HTTP);
        query.setSysVersion("2017-05-25");
        query.setSysAction("QuerySendDetails");
        query.putQueryParameter("PhoneNumber", "13800001111");
        query.putQueryParameter("SendDate", "20261121");
        query.putQueryParameter("PageSize", "10");
        query.putQueryParameter("CurrentPage", "1");
        String details = client.getCommonResponse(query).getData();
        String status = "\"SendStatus\":";
        int at = details.indexOf(status) + status.length();
        System.out.println(details.charAt(at));
        System.exit(0);
    }
}
