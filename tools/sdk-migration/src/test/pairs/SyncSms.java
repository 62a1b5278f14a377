import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsResponseBody;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsResponse;
import com.aliyun.teaopenapi.models.Config;

class SyncSms {
    public static void main(String[] arguments) throws Exception {
        String id = arguments[0];
        String secret = arguments[1];
        String endpoint = arguments[2];
        // begin: sync
        Client client = new Client(new Config()
                .setAccessKeyId(id)
                .setAccessKeySecret(secret)
                .setProtocol("http") // for tests
                .setEndpoint(endpoint));
        SendSmsResponse sent = client.sendSms(new SendSmsRequest()
                .setPhoneNumbers("13800001111")
                .setSignName("Acme")
                .setTemplateCode("SMS_1")
                .setTemplateParam("{\"code\":\"123456\"}"));
        if (!"OK".equals(sent.getBody().getCode())) {
            throw new IllegalStateException(sent.getBody().getCode());
        }
        System.out.println(sent.getBody().getBizId());

        QuerySendDetailsResponseBody details = client.querySendDetails(new QuerySendDetailsRequest()
                        .setPhoneNumber("13800001111")
                        .setSendDate("20261121")
                        .setPageSize(10L)
                        .setCurrentPage(1L))
                .getBody();
        System.out.println(
                details.getSmsSendDetailDTOs().getSmsSendDetailDTO().get(0).getSendStatus());
        // end
    }
}
