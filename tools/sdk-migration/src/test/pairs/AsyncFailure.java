import com.aliyun.auth.credentials.Credential;
import com.aliyun.auth.credentials.provider.StaticCredentialProvider;
import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsRequest;
import darabonba.core.client.ClientOverrideConfiguration;
import java.util.concurrent.ExecutionException;

/** Prints what a call that fails throws. */
class AsyncFailure {
    public static void main(String[] arguments) throws Exception {
        AsyncClient client = AsyncClient.builder()
                .region("cn-hangzhou")
                .credentialsProvider(StaticCredentialProvider.create(Credential.builder()
                        .accessKeyId(arguments[0])
                        .accessKeySecret(arguments[1])
                        .build()))
                .overrideConfiguration(ClientOverrideConfiguration.create()
                        .setProtocol("HTTP")
                        .setEndpointOverride(arguments[2]))
                .build();
        try {
            client.sendSms(SendSmsRequest.builder()
                            .phoneNumbers("13800001111")
                            .signName("Acme")
                            .templateCode("SMS_1")
                            .build())
                    .get();
        } catch (ExecutionException e) {
            System.out.println(e.getCause().getClass().getSimpleName());
        }
        System.exit(0);
    }
}
