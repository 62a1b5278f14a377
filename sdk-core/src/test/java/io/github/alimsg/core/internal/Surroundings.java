package io.github.alimsg.core.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Where code may run: a default locale, a default time zone, a kind of thread. */
public record Surroundings(String locale, String zone, boolean virtual) {
    private static final Optional<Method> START_VIRTUAL = Stream.of(Thread.class.getMethods())
            .filter(method -> method.getName().equals("startVirtualThread"))
            .findAny();

    /** Surroundings that have broken SDKs, on every kind of thread this JVM has. */
    public static Stream<Surroundings> odd() {
        List<Surroundings> all = new ArrayList<>();
        for (String locale : List.of("th-TH-u-ca-buddhist-nu-thai", "th-TH", "ar-EG", "tr-TR", "fa-IR")) {
            for (String zone : List.of("Asia/Shanghai", "America/St_Johns")) {
                all.add(new Surroundings(locale, zone, false));
                if (START_VIRTUAL.isPresent()) {
                    all.add(new Surroundings(locale, zone, true));
                }
            }
        }
        return all.stream();
    }

    /** Runs something there, and leaves the defaults as they were. */
    public void run(Runnable work) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(this.locale));
            TimeZone.setDefault(TimeZone.getTimeZone(this.zone));
            onThread(work);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private void onThread(Runnable work) {
        if (!virtual) {
            work.run();
            return;
        }
        try {
            CompletableFuture.runAsync(work, Surroundings::startVirtual).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private static void startVirtual(Runnable work) {
        try {
            START_VIRTUAL.orElseThrow().invoke(null, work);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
