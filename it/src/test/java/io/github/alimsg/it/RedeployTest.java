package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that is taken out of a running JVM takes the SDK's classes with it. */
@ExtendWith(FakeCloudExtension.class)
@Timeout(60)
class RedeployTest {
    private static final List<String> TESTS_OWN = List.of("slf4j-jdk14", "mockwebserver3", "junit", "assertj");

    /**
     * Idle threads of OkHttp's task runner wait for a minute, and nothing in its public API ends them earlier. The test
     * shortens that by reflection, to see that nothing else is left.
     */
    @Test
    void nothingOfOursHoldsTheClassesAfterClosing(FakeCloud cloud) throws Exception {
        WeakReference<ClassLoader> classes = comeAndGo(cloud);

        await(() -> isCollected(classes), 20);
        assertThat(cloud.received()).hasSize(2);
    }

    private static WeakReference<ClassLoader> comeAndGo(FakeCloud cloud) throws Exception {
        try (URLClassLoader loader = newLoader()) {
            deployAndClose(loader, cloud);

            await(() -> threadsOf(loader).allMatch(thread -> thread.getName().startsWith("OkHttp")), 4);
            endIdleThreadsOfOkHttp(loader);
            await(() -> threadsOf(loader).findAny().isEmpty(), 10);
            return new WeakReference<>(loader);
        }
    }

    private static URLClassLoader newLoader() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> TESTS_OWN.stream().noneMatch(entry::contains))
                .map(RedeployTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    private static void deployAndClose(ClassLoader loader, FakeCloud cloud) throws Exception {
        Credentials key = cloud.credentials();
        var application = (Runnable) loader.loadClass("io.github.alimsg.it.RedeployedApplication")
                .getConstructor(String.class, String.class, String.class)
                .newInstance(cloud.endpoint().toString(), key.accessKeyId(), key.accessKeySecret());
        var thread = new Thread(application, "application");
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
    }

    private static Stream<Thread> threadsOf(ClassLoader loader) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> loader.equals(thread.getContextClassLoader()));
    }

    private static void endIdleThreadsOfOkHttp(ClassLoader loader) throws Exception {
        Class<?> type = loader.loadClass("okhttp3.internal.concurrent.TaskRunner");
        Object runner = type.getField("INSTANCE").get(null);
        Object backend = type.getMethod("getBackend").invoke(runner);
        var executor =
                (ThreadPoolExecutor) backend.getClass().getMethod("getExecutor").invoke(backend);
        executor.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    }

    private static boolean isCollected(WeakReference<?> reference) {
        System.gc();
        return reference.get() == null;
    }

    private static void await(BooleanSupplier condition, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("still waiting").isNegative();
            LockSupport.parkNanos(1_000_000L);
        }
    }
}
