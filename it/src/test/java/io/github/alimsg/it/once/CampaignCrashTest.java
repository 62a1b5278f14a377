package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.Campaign;
import io.github.alimsg.once.campaign.CampaignReport;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.testing.ManualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A campaign whose process dies at any step sends to nobody twice")
class CampaignCrashTest {
    private static final int RECIPIENTS = 500;

    private final ManualTime storeTime = new ManualTime();
    private final KeyStore store = KeyStore.inMemory(storeTime);
    private final Parcels parcels = new Parcels(new ManualTime());

    @AfterEach
    void close() {
        parcels.close();
    }

    static Stream<Arguments> steps() {
        return Stream.of("open", "claim", "mark", "finish", "unfinished")
                .flatMap(step -> Stream.of(true, false)
                        .flatMap(isDone -> Stream.of(1, 3).map(call -> Arguments.of(step, call, isDone))));
    }

    @ParameterizedTest(name = "{0} number {1}, done: {2}")
    @MethodSource("steps")
    void nobodyIsSentToTwice(String step, int call, boolean isDone) {
        Campaign<SmsRecipient> dying = campaign(dyingAt(step, call, isDone));
        try {
            dying.run(Parcels.source(RECIPIENTS));
        } catch (StoreException e) {
            assertThat(e).hasMessage("died");
        }
        storeTime.advance(Duration.ofHours(1));
        CampaignReport report = campaign(store).run(Parcels.source(RECIPIENTS));

        assertThat(parcels.timesArrived().values()).allMatch(times -> times == 1);
        assertThat(report.isFinished()).as("%s", report).isTrue();
        assertThat(report.accepted() + report.unknown()).isEqualTo(RECIPIENTS);
        assertThat(report.accepted()).isGreaterThanOrEqualTo(RECIPIENTS - 100);
        assertThat(parcels.arrived().size()).isBetween((int) report.accepted(), RECIPIENTS);
    }

    @Test
    void theRunSaysThatTheStoreIsGone() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> campaign(dyingAt("claim", 1, false)).run(Parcels.source(RECIPIENTS)));
        assertThat(parcels.arrived()).isEmpty();
    }

    private Campaign<SmsRecipient> campaign(KeyStore of) {
        return Once.builder(of)
                .timeSource(new ManualTime()) // one that tries to write outcomes lets its time pass
                .build()
                .campaign("parcels", parcels.batch(), settings -> settings.parallel(1));
    }

    /** A store that does a step, or not, and is gone from then on. */
    private KeyStore dyingAt(String step, int call, boolean isDone) {
        var calls = new AtomicInteger();
        var parts = (PartStore) Proxy.newProxyInstance(
                PartStore.class.getClassLoader(), new Class<?>[] {PartStore.class}, (proxy, method, arguments) -> {
                    boolean isStep = method.getName().equals(step);
                    int number = isStep ? calls.incrementAndGet() : calls.get();
                    if (number > call || number == call && !(isStep && isDone)) {
                        throw new StoreException("died", null);
                    }
                    try {
                        Object result = method.invoke(store.parts(), arguments);
                        if (isStep && number == call) {
                            throw new StoreException("died", null);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (KeyStore) Proxy.newProxyInstance(
                KeyStore.class.getClassLoader(),
                new Class<?>[] {KeyStore.class},
                (proxy, method, arguments) -> Map.of("parts", parts).get(Objects.requireNonNull(method.getName())));
    }
}
