package io.github.alimsg.inbox.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Requests are packed without loss")
class PackingTest {
    private final Packing packing = new Packing();

    private static byte[] request(int number) {
        return ("{\"sequence\":" + number + ",\"method\":\"POST\",\"headers\":{\"x-acs-action\":\"SendSms\","
                        + "\"user-agent\":\"alimsg-java\",\"content-type\":\"application/x-www-form-urlencoded\"},\"nonce\":\""
                        + new Random(number).nextLong()
                        + "\",\"answer\":\"{\\\"Code\\\":\\\"OK\\\"}\",\"text\":\"验证码\"}")
                .getBytes(UTF_8);
    }

    @Test
    void whatIsMuchAlikeTakesAFractionOfItsMemory() {
        List<Packing.Packed> packed = new ArrayList<>();
        long bytes = 0;
        for (int number = 0; number < 200; number++) {
            packed.add(packing.pack(request(number)));
            bytes += packed.get(number).deflated().length;
        }

        for (int number = 0; number < 200; number++) {
            assertThat(packed.get(number).text()).isEqualTo(request(number));
        }
        assertThat(bytes).isLessThan(200L * request(0).length / 3);
    }

    @Test
    void whatIsNotAlikeGrowsByLittle() {
        var random = new Random(1);
        for (int size : new int[] {0, 1, 100, 70_000, 3, 200_000}) {
            byte[] text = new byte[size];
            random.nextBytes(text);
            Packing.Packed packed = packing.pack(text);

            assertThat(packed.text()).isEqualTo(text);
            assertThat(packed.deflated().length).isLessThan(size + size / 100 + 64);
        }
    }
}
