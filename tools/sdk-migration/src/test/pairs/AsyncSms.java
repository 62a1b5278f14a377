import com.aliyun.auth.credentials.Credential;
import com.aliyun.auth.credentials.provider.StaticCredentialProvider;
import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsResponseBody;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsResponse;
import darabonba.core.client.ClientOverrideConfiguration;

class AsyncSms {
    public static void main(String[] arguments) throws Exception {
        String id = arguments[0];
        String secret = arguments[1];
        String endpoint = arguments[2];
        // begin: async
        AsyncClient client = AsyncClient.builder()
                .region("cn-hangzhou")
                .credentialsProvider(StaticCredentialProvider.create(Credential.builder()
                        .accessKeyId(id)
                        .accessKeySecret(secret)
                        .build()))
                .overrideConfiguration(ClientOverrideConfiguration.create()
                        .setProtocol("HTTP") // for tests
                        .setEndpointOverride(endpoint))
                .build();
        SendSmsResponse sent = client.sendSms(SendSmsRequest.builder()
                        .phoneNumbers("13800001111")
                        .signName("Acme")
                        .templateCode("SMS_1")
                        .templateParam("{\"code\":\"123456\"}")
                        .build())
                .get();
        if (!"OK".equals(sent.getBody().getCode())) {
            throw new IllegalStateException(sent.getBody().getCode());
        }
        System.out.println(sent.getBody().getBizId());

        QuerySendDetailsResponseBody details = client.querySendDetails(QuerySendDetailsRequest.builder()
                        .phoneNumber("13800001111")
                        .sendDate("20261121")
                        .pageSize(10L)
                        .currentPage(1L)
                        .build())
                .get()
                .getBody();
        System.out.println(
                details.getSmsSendDetailDTOs().getSmsSendDetailDTO().get(0).getSendStatus());
        client.close();
        // end
        System.exit(0);
    }
}
