import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsResponse;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import java.time.LocalDate;

class OurSms {
    public static void main(String[] arguments) {
        String id = arguments[0];
        String secret = arguments[1];
        String endpoint = arguments[2];
        // begin: ours
        DysmsMainlandClient client = DysmsMainlandClient.builder()
                .credentials(CredentialsProviders.fixed(id, secret))
                .endpoint("http://" + endpoint) // for tests
                .build();
        SendSmsResponse sent;
        try {
            sent = client.sendSms(request -> request.phoneNumbers("13800001111")
                    .signName("Acme")
                    .templateCode("SMS_1")
                    .templateParam("{\"code\":\"123456\"}"));
        } catch (ServiceException refused) {
            throw new IllegalStateException(refused.code());
        }
        System.out.println(sent.bizId());

        QuerySendDetailsResponse details = client.querySendDetails(request -> request.phoneNumber("13800001111")
                .sendDate(LocalDate.of(2026, 11, 21))
                .pageSize(10)
                .currentPage(1));
        System.out.println(details.smsSendDetails().get(0).sendStatus());
        // end
    }
}
