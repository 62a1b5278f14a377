package io.github.alimsg.core.credentials;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.ManualTime;
import io.github.alimsg.core.internal.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CachedCredentialsTest {
    private static final Duration LIFE = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();
    private final Source source = new Source();
    private final CachedCredentials cached = new CachedCredentials(source, time, () -> 0);

    /** Gives credentials numbered from 1 that live an hour, unless told to wait or to fail. */
    private final class Source implements CredentialsProvider {
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger invalidated = new AtomicInteger();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        volatile boolean waits;
        volatile @Nullable Supplier<Credentials> other;

        @Override
        public Credentials credentials() {
            int number = asked.incrementAndGet();
            if (waits) {
                entered.countDown();
                await(goOn);
            }
            Supplier<Credentials> instead = other;
            return instead != null
                    ? instead.get()
                    : Credentials.temporary(
                            "id" + number, "secret", "token", time.instant().plus(LIFE));
        }

        @Override
        public void invalidate() {
            invalidated.incrementAndGet();
        }

        void fails() {
            other = () -> {
                throw new CredentialsException("source", "is down");
            };
        }
    }

    @AfterEach
    void goOn() {
        source.goOn.countDown();
    }

    @Test
    void credentialsAreKeptUntilFiveMinutesBeforeTheirEnd() {
        assertThat(id()).isEqualTo("id1");
        time.advance(ofMinutes(55).minusMillis(1));
        assertThat(id()).isEqualTo("id1");
        time.advance(Duration.ofMillis(1));

        assertThat(id()).isEqualTo("id2");
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void refreshComesUpToAFifthEarlierByChance() {
        var early = new CachedCredentials(source, time, () -> Math.nextDown(1.0));
        early.credentials();
        time.advance(ofMinutes(44).minusMillis(1));
        assertThat(early.credentials().accessKeyId()).isEqualTo("id1");
        time.advance(Duration.ofMillis(2));

        assertThat(early.credentials().accessKeyId()).isEqualTo("id2");
    }

    @Test
    void shortLivedCredentialsAreKeptForHalfTheirLife() {
        source.other = () ->
                Credentials.temporary("short", "secret", "token", time.instant().plus(ofMinutes(8)));
        id();
        time.advance(ofMinutes(4).minusMillis(1));
        id();
        assertThat(source.asked).hasValue(1);
        time.advance(Duration.ofMillis(1));
        id();

        assertThat(source.asked).hasValue(2);
    }

    @Test
    void lastingCredentialsAreAskedForAgainEveryFiveMinutes() {
        source.other = () -> Credentials.of("lasting", "secret");
        id();
        time.advance(ofMinutes(5).minusMillis(1));
        id();
        assertThat(source.asked).hasValue(1);
        time.advance(Duration.ofMillis(1));
        id();

        assertThat(source.asked).hasValue(2);
    }

    @Test
    void oneThreadRefreshesWhileTheOthersGoOnWithWhatIsValid() throws Exception {
        id();
        time.advance(ofMinutes(56));
        source.waits = true;
        CompletableFuture<String> refreshing = CompletableFuture.supplyAsync(this::id, this::onThread);
        await(source.entered);

        assertThat(Together.run(8, this::id)).containsOnly("id1");
        assertThat(source.asked).hasValue(2);
        source.goOn.countDown();

        assertThat(refreshing.get(30, TimeUnit.SECONDS)).isEqualTo("id2");
        assertThat(id()).isEqualTo("id2");
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void firstCredentialsAreAskedForOnceByManyThreads() throws Exception {
        assertThat(Together.run(16, this::id)).containsOnly("id1");
        assertThat(source.asked).hasValue(1);
    }

    @Test
    void expiredCredentialsAreWaitedForAndAskedForOnce() throws Exception {
        id();
        time.advance(LIFE);

        assertThat(Together.run(16, this::id)).containsOnly("id2");
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void whatIsValidServesOnWhenRefreshingFails() {
        id();
        time.advance(ofMinutes(56));
        source.fails();

        assertThat(id()).isEqualTo("id1");
    }

    @Test
    void failedRefreshIsTriedAgainAfterAPause() {
        id();
        time.advance(ofMinutes(56));
        source.fails();
        id();
        time.advance(ofSeconds(5).minusMillis(1));
        id();
        assertThat(source.asked).hasValue(2);
        source.other = null;
        time.advance(Duration.ofMillis(1));

        assertThat(id()).isEqualTo("id3");
    }

    @Test
    void failureIsThrownWhenNothingValidIsLeft() {
        id();
        time.advance(LIFE);
        source.fails();

        assertThatThrownBy(cached::credentials).isInstanceOf(CredentialsException.class);
        source.other = null;
        assertThat(id()).isEqualTo("id3");
    }

    @Test
    void failureIsThrownWhenThereWasNeverAnything() {
        source.fails();

        assertThatThrownBy(cached::credentials).hasMessage("no credentials; source: is down");
    }

    @Test
    void invalidatingForgetsAndTellsTheSource() {
        id();

        cached.invalidate();

        assertThat(id()).isEqualTo("id2");
        assertThat(source.invalidated).hasValue(1);
    }

    @Test
    void invalidatedCredentialsDoNotServeOnWhenRefreshingFails() {
        id();
        cached.invalidate();
        source.fails();

        assertThatThrownBy(cached::credentials).isInstanceOf(CredentialsException.class);
    }

    @Test
    void whatExpiredWhileRefreshingFailedDoesNotServeOn() {
        id();
        time.advance(ofMinutes(59));
        source.other = () -> {
            time.advance(ofMinutes(2)); // the source takes its time to fail
            throw new CredentialsException("source", "is down");
        };

        assertThatThrownBy(cached::credentials).isInstanceOf(CredentialsException.class);
    }

    @Test
    void whatIsInvalidatedDuringARefreshThatFailsDoesNotComeBack() {
        id();
        time.advance(ofMinutes(56));
        source.other = () -> {
            cached.invalidate(); // as by another thread, whose call was refused
            throw new CredentialsException("source", "is down");
        };
        catchThrowable(cached::credentials);
        source.fails();

        assertThatThrownBy(cached::credentials).isInstanceOf(CredentialsException.class);
    }

    @Test
    void failureIsSharedByAllWhoWaitedForIt() throws Exception {
        source.waits = true;
        source.fails();
        CompletableFuture<String> asking = CompletableFuture.supplyAsync(this::id, this::onThread);
        await(source.entered);
        List<Thread> waiting = new ArrayList<>();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 8; i++) {
            var thread = new Thread(() -> failures.add(catchThrowable(cached::credentials)), "waiting " + i);
            thread.start();
            waiting.add(thread);
        }
        for (Thread thread : waiting) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        source.goOn.countDown();
        for (Thread thread : waiting) {
            thread.join();
        }

        assertThat(failures).hasSize(8).allSatisfy(e -> assertThat(e).hasMessageContaining("source: is down"));
        assertThat(source.asked).hasValue(1);
        assertThat(asking.handle((value, failure) -> failure).join()).hasMessageContaining("source: is down");
    }

    @Test
    void interruptEndsWaitingForAnotherThread() throws Exception {
        source.waits = true;
        CompletableFuture<String> asking = CompletableFuture.supplyAsync(this::id, this::onThread);
        await(source.entered);
        List<Object> seen = new CopyOnWriteArrayList<>();
        var waiting = new Thread(() -> {
            seen.add(catchThrowable(cached::credentials));
            seen.add(Thread.currentThread().isInterrupted());
        });
        waiting.start();

        waiting.interrupt();
        waiting.join();

        assertThat(seen.get(0)).isInstanceOf(CredentialsException.class);
        assertThat(seen.get(1)).isEqualTo(true);
        source.goOn.countDown();
        assertThat(asking.get(30, TimeUnit.SECONDS)).isEqualTo("id1");
    }

    @Test
    void interruptOfTheThreadThatAsksDoesNotFailTheOthers() throws Exception {
        source.waits = true;
        source.other = () -> {
            if (source.asked.get() == 1) {
                Thread.currentThread().interrupt();
                throw new CredentialsException("source", "interrupted");
            }
            return Credentials.of("other", "secret");
        };
        var asking = new Thread(() -> catchThrowable(cached::credentials));
        asking.start();
        await(source.entered);
        List<Object> seen = new CopyOnWriteArrayList<>();
        var waiting = new Thread(() -> seen.add(cached.credentials().accessKeyId()));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        source.goOn.countDown();
        asking.join();
        waiting.join();

        assertThat(seen).containsExactly("other");
    }

    @Test
    @SuppressWarnings("NullAway") // what no provider may do
    void providerThatReturnsNullIsToldSo() {
        CredentialsProvider none = () -> null;

        for (CredentialsProvider provider : List.of(
                CredentialsProviders.cached(none),
                CredentialsProviders.chain(none, CredentialsProviders.fixed("a", "b")))) {
            assertThatThrownBy(provider::credentials)
                    .isInstanceOfSatisfying(
                            CredentialsException.class,
                            e -> assertThat(e.isMisconfigured()).isTrue())
                    .hasMessageContaining(
                            none.getClass().getName() + ": returned null; a provider without credentials must throw");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what no provider may do
    void whatIsValidServesOnWhenTheProviderReturnsNull() {
        id();
        time.advance(ofMinutes(56));
        source.other = () -> null;

        assertThat(id()).isEqualTo("id1");
    }

    @Test
    void cacheIsNamedAfterItsSource() {
        var named = new CachedCredentials(new EnvironmentCredentials(CredentialsEnvironment.PROCESS), time, () -> 0);

        assertThat(named).hasToString("cached environment");
    }

    private String id() {
        return cached.credentials().accessKeyId();
    }

    private void onThread(Runnable work) {
        new Thread(work, "refreshing").start();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
