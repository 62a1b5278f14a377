package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Signature;
import io.github.alimsg.it.Clients.Kind;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests are signed and accepted under any default locale and time zone, on every kind of thread. */
@Isolated // changes the defaults of the JVM
@ExtendWith(FakeCloudExtension.class)
class EverywhereTheSameTest {
    private Locale locale = Locale.getDefault();
    private TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void rememberDefaults() {
        locale = Locale.getDefault();
        zone = TimeZone.getDefault();
    }

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    static List<Arguments> places() {
        List<Arguments> places = new ArrayList<>();
        for (String locale : List.of("th-TH-u-ca-buddhist-nu-thai", "th-TH", "ar-EG", "tr-TR", "fa-IR")) {
            for (String zone : List.of("Asia/Shanghai", "America/St_Johns")) {
                for (Signature signature : Signature.values()) {
                    places.add(Arguments.of(locale, zone, signature));
                }
            }
        }
        return places;
    }

    @ParameterizedTest
    @MethodSource("places")
    void callsAreAccepted(String tag, String zoneId, Signature signature, FakeCloud cloud) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
        for (Kind kind : Kind.values()) {
            Callable<SdkResponse> call = () -> kind.call(cloud, builder -> builder.signature(signature));

            assertThat(call.call().attempts()).isEqualTo(1);
            assertThat(onAVirtualThreadWhereThereAreAny(call).attempts()).isEqualTo(1);
        }
        assertThat(cloud.received()).hasSize(6).allMatch(received -> received.accepted());
    }

    private static <T> T onAVirtualThreadWhereThereAreAny(Callable<T> call) throws Exception {
        var task = new FutureTask<>(call);
        try { // from Java 21 on; these tests are compiled for 17
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (NoSuchMethodException e) {
            task.run();
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
