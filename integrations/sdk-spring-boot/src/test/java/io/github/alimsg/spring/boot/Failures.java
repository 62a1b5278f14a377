package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What Spring Boot shows of a failure at the start. */
public final class Failures {
    private Failures() {}

    /** Runs what fails, and returns the description and the action that are shown. */
    public static String of(ThrowingCallable failing) {
        return of(catchThrowable(failing));
    }

    public static String of(Throwable failure) {
        assertThat(failure).isNotNull();
        for (FailureAnalyzer analyzer : SpringFactoriesLoader.forDefaultResourceLocation(
                        Failures.class.getClassLoader())
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, e) -> {}))) {
            if (analyzer.getClass().getName().startsWith("io.github.alimsg")) {
                FailureAnalysis analysis = analyzer.analyze(failure);
                if (analysis != null) {
                    return analysis.getDescription() + "\n" + analysis.getAction();
                }
            }
        }
        throw new AssertionError("not analyzed", failure);
    }

    /** Everything that a failure's stack trace says. */
    public static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
