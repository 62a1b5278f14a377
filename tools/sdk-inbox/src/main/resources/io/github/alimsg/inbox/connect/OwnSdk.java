import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.net.URI;

class OwnSdk {
    public static void main(String[] arguments) {
        try (DysmsInternationalClient sms = DysmsInternationalClient.builder()
                .endpoint(URI.create("http://127.0.0.1:8025"))
                .credentials(() -> Credentials.of("inbox-key", "inbox-secret"))
                .build()) {
            var sent = sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Your code is 482913"));
            System.out.println("accepted as " + sent.messageId());
        }
    }
}
