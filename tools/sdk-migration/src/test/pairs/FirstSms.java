import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.dysmsapi.model.v20170525.QuerySendDetailsRequest;
import com.aliyuncs.dysmsapi.model.v20170525.QuerySendDetailsResponse;
import com.aliyuncs.dysmsapi.model.v20170525.SendSmsRequest;
import com.aliyuncs.dysmsapi.model.v20170525.SendSmsResponse;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;

class FirstSms {
    public static void main(String[] arguments) throws Exception {
        String id = arguments[0];
        String secret = arguments[1];
        String endpoint = arguments[2];
        // begin: first
        IAcsClient client = new DefaultAcsClient(DefaultProfile.getProfile("cn-hangzhou", id, secret));
        SendSmsRequest request = new SendSmsRequest();
        request.setSysEndpoint(endpoint);
        request.setSysProtocol(ProtocolType.HTTP); // for tests
        request.setPhoneNumbers("13800001111");
        request.setSignName("Acme");
        request.setTemplateCode("SMS_1");
        request.setTemplateParam("{\"code\":\"123456\"}");
        SendSmsResponse sent = client.getAcsResponse(request);
        if (!"OK".equals(sent.getCode())) {
            throw new IllegalStateException(sent.getCode());
        }
        System.out.println(sent.getBizId());

        QuerySendDetailsRequest query = new QuerySendDetailsRequest();
        query.setSysEndpoint(endpoint);
        query.setSysProtocol(ProtocolType.HTTP); // for tests
        query.setPhoneNumber("13800001111");
        query.setSendDate("20261121");
        query.setPageSize(10L);
        query.setCurrentPage(1L);
        QuerySendDetailsResponse details = client.getAcsResponse(query);
        System.out.println(details.getSmsSendDetailDTOs().get(0).getSendStatus());
        // end
        System.exit(0);
    }
}
