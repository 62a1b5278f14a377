package io.github.alimsg.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure says about its message. Every kind of error code and every exception has a row. */
class DispositionTest {
    private static final Map<ErrorKind, Disposition> KINDS = new EnumMap<>(Map.ofEntries(
            Map.entry(ErrorKind.VALIDATION, Disposition.REFUSED),
            Map.entry(ErrorKind.NOT_FOUND, Disposition.REFUSED),
            Map.entry(ErrorKind.CONFLICT, Disposition.REFUSED),
            Map.entry(ErrorKind.RECIPIENT, Disposition.REFUSED),
            Map.entry(ErrorKind.QUOTA, Disposition.NOT_SENT),
            Map.entry(ErrorKind.THROTTLING, Disposition.NOT_SENT),
            Map.entry(ErrorKind.BALANCE, Disposition.NOT_SENT),
            Map.entry(ErrorKind.NOT_SUBSCRIBED, Disposition.NOT_SENT),
            Map.entry(ErrorKind.PERMISSION, Disposition.NOT_SENT),
            Map.entry(ErrorKind.AUTHENTICATION, Disposition.NOT_SENT),
            Map.entry(ErrorKind.SIGNATURE, Disposition.NOT_SENT),
            Map.entry(ErrorKind.CLOCK, Disposition.NOT_SENT),
            Map.entry(ErrorKind.SERVER_FAULT, Disposition.UNKNOWN),
            Map.entry(ErrorKind.UNKNOWN, Disposition.UNKNOWN)));

    private static ServiceException.Details details(int status, ErrorKind kind) {
        return new ServiceException.Details(status, "Code", kind, "message", "R", null, "{}");
    }

    private static ServiceException refusal(int status, ErrorKind kind) {
        return new ServiceException("Send", 1, details(status, kind));
    }

    /** Each exception with its disposition; made anew each time, since one of them is changed. */
    private static List<Map.Entry<SdkException, Disposition>> exceptions() {
        return List.of(
                Map.entry(refusal(200, ErrorKind.VALIDATION), Disposition.REFUSED),
                Map.entry(new QuotaException("Send", 1, details(200, ErrorKind.QUOTA), null), Disposition.NOT_SENT),
                Map.entry(
                        new ThrottledException("Send", 3, details(503, ErrorKind.THROTTLING), null),
                        Disposition.NOT_SENT),
                Map.entry(new TransportException("Send", 1, Delivery.NOT_SENT, "refused", null), Disposition.NOT_SENT),
                Map.entry(new TransportException("Send", 1, Delivery.UNKNOWN, "cut", null), Disposition.UNKNOWN),
                Map.entry(new CallInterruptedException("Send", 0, Delivery.NOT_SENT, null), Disposition.NOT_SENT),
                Map.entry(new CallInterruptedException("Send", 1, Delivery.UNKNOWN, null), Disposition.UNKNOWN),
                Map.entry(new MalformedResponseException("Send", 1, 200, "no", "{", null), Disposition.UNKNOWN),
                Map.entry(new CredentialsException("profile", "none"), Disposition.NOT_SENT),
                Map.entry(new GuardedException("Send", 1, 1, "not listed", null), Disposition.NOT_SENT),
                Map.entry(new GuardedException("Send", 0, 1, null, new Error()), Disposition.NOT_SENT));
    }

    static Stream<Arguments> rows() {
        List<Arguments> rows = new ArrayList<>();
        exceptions().forEach(row -> rows.add(Arguments.of(row.getKey().toString(), row.getKey(), row.getValue())));
        KINDS.forEach((kind, disposition) -> {
            rows.add(Arguments.of(kind + " with 200", refusal(200, kind), disposition));
            rows.add(Arguments.of(kind + " with 400", refusal(400, kind), disposition));
            boolean isNeverSent = kind == ErrorKind.THROTTLING;
            rows.add(Arguments.of(
                    kind + " with 500", refusal(500, kind), isNeverSent ? Disposition.NOT_SENT : Disposition.UNKNOWN));
        });
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aFailureSaysWhatBecameOfItsMessage(String name, SdkException failure, Disposition expected) {
        assertThat(Disposition.of(failure)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void anEarlierAttemptThatMayHaveArrivedLeavesItUnknown(String name, SdkException failure, Disposition last) {
        failure.addSuppressed(new TransportException("Send", 1, Delivery.UNKNOWN, "cut", null));

        assertThat(Disposition.of(failure)).isEqualTo(Disposition.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void anEarlierAttemptThatWasNotSentChangesNothing(String name, SdkException failure, Disposition last) {
        failure.addSuppressed(new TransportException("Send", 1, Delivery.NOT_SENT, "no route", null));

        assertThat(Disposition.of(failure)).isEqualTo(last);
    }

    @Test
    void everyKindHasARow() {
        assertThat(KINDS).containsOnlyKeys(ErrorKind.values());
    }

    @Test
    void everyExceptionHasARow() throws Exception {
        Set<Class<?>> inRows = new HashSet<>();
        exceptions().forEach(row -> inRows.add(row.getKey().getClass()));

        assertThat(inRows).isEqualTo(exceptionsOfCore());
    }

    /** All exceptions of sdk-core that a call may end with, by their class files. */
    private static Set<Class<?>> exceptionsOfCore() throws IOException, URISyntaxException {
        Path classes = Path.of(SdkException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<Class<?>> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = classes.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (name.endsWith("Exception.class")) {
                    Class<?> type = load(name.substring(0, name.length() - ".class".length()));
                    if (SdkException.class.isAssignableFrom(type) && type != SdkException.class) {
                        found.add(type);
                    }
                }
            }
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SdkException.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
