package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.sts.StsClient;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every regular expression of the modules that applications run takes time in proportion to the text it is given,
 * whoever wrote that text: replies, headers, credentials files, receipts. Steps are counted, not measured: a matcher
 * looks at a text through {@link CharSequence#charAt} and nothing else.
 */
@AnalyzeClasses(packages = "io.github.alimsg", importOptions = ImportOption.DoNotIncludeTests.class)
class PatternsAreLinearTest {
    private static final int SHORT = 10 * 1024;
    private static final int LONG = 100 * 1024;

    /** More looks at each character than any pattern below takes. */
    private static final int MAX_LOOKS = 50;

    /** Repeated, what patterns with repeats next to one another, or inside of one another, take the square of. */
    private static final List<String> FOR_ALL =
            List.of(" ", "\t\n", "\r\n", "0", "0*", "0,", "a", "A", "a ", "a-", "a,", "a.", "a/", "a:", "a;", "\u5929");

    /** Behind what was repeated: nothing, or what no pattern takes. */
    private static final List<String> ENDS = List.of("", "\u0000");

    /** A text that a pattern has trouble with: how it begins, and what it repeats. */
    private record Hostile(String start, String repeated) {
        String ofLength(int length) {
            return start + repeated.repeat((length - start.length()) / repeated.length());
        }
    }

    /** How a pattern is used. */
    private enum How {
        MATCHES,
        FINDS
    }

    /** A field of type {@code Pattern}, with texts that it alone has trouble with. */
    private record Use(How how, String type, String field, Hostile... hostile) {
        String name() {
            return type + "#" + field;
        }

        Pattern pattern() throws ReflectiveOperationException {
            Field pattern = Class.forName("io.github.alimsg." + type).getDeclaredField(field);
            pattern.setAccessible(true);
            return (Pattern) pattern.get(null);
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static List<Use> patterns() {
        return List.of(
                matches("core.ClientSettings", "APPLICATION_ID"),
                matches("core.ClientSettings", "REGION"),
                matches("core.EnvironmentSettings", "DURATION"),
                matches("core.credentials.CredentialsReply", "CODE"),
                matches("core.credentials.EcsRoleCredentials", "ROLE"),
                matches("core.credentials.IniFile", "KEY"),
                matches("core.internal.encoding.HalfCharacters", "FIELD_NAME"),
                matches("core.internal.net.Hosts", "IPV4", "", "1.", "1.1.1.", "2"),
                matches("core.internal.reply.Redaction", "CODE"),
                finds(
                        "core.internal.reply.Redaction",
                        "RANDOM_ID",
                        "",
                        "0-",
                        "",
                        "00000000-",
                        "",
                        "00000000000000000000000g"),
                matches("core.internal.reply.Redaction", "REQUEST_ID"),
                finds(
                        "core.internal.reply.Redaction",
                        "STRING_TO_SIGN",
                        "",
                        "string",
                        "string",
                        " ",
                        "",
                        "string to ",
                        "",
                        "canonical "),
                matches("core.internal.reply.ReplyHints", "WHOLE_NUMBER"),
                matches("core.okhttp.HttpProxy", "HOST_PATTERN", "*.", "a."),
                matches("micrometer.CallObservationContext", "REQUEST_ID", "", "00000000-", "00000000", "-0000"),
                matches("once.Keys", "OWN_ID"),
                finds("spring.boot.health.AlimsgSanitizingAutoConfiguration", "OTHER_CHARACTER"),
                matches("spring.boot.receipts.SecretPath", "PATH"),
                matches("testing.products.ChatLookups", "MILLIS"),
                matches("testing.products.Lookup", "NUMBER"),
                matches(
                        "testing.gateway.SignatureClaim",
                        "AUTHORIZATION",
                        "",
                        "a Credential=",
                        "ACS3 Credential=",
                        "a,SignedHeaders="),
                matches("testing.storage.ObjectChecks", "V1", "OSS ", "a", "OSS ", ":", "OSS a:", "a"),
                matches(
                        "testing.storage.ObjectChecks",
                        "V4",
                        "OSS4-HMAC-SHA256 Credential=",
                        "a",
                        "OSS4-HMAC-SHA256 Credential=a/20260102/r/oss/aliyun_v4_request,",
                        " "),
                matches(
                        "testing.storage.ObjectForm",
                        "BOUNDARY",
                        "multipart/form-data;",
                        " ",
                        "multipart/form-data;boundary=",
                        "a"),
                finds(
                        "testing.storage.ObjectForm",
                        "NAME",
                        "",
                        "form-data; name=\"",
                        "form-data; name=\"",
                        "a",
                        "form-data; name=\"a\"; filename=\"",
                        "a"),
                finds("testing.storage.ObjectForm", "TYPE", "", "Content-Type: ", "Content-Type: ", "a"),
                matches("testing.gateway.SignatureCheck", "TIMESTAMP", "", "2026-"));
    }

    /** A pattern that a product's API folder has: of codes, or of the windows of quotas. */
    private record Fact(How how, Product product, Pattern pattern) {
        @Override
        public String toString() {
            return product.name() + " " + pattern;
        }
    }

    /** Patterns that several products have are tried once. */
    static Collection<Fact> patternsOfProducts() {
        Map<String, Fact> patterns = new LinkedHashMap<>();
        for (Product product : List.of(
                CamsClient.PRODUCT, DysmsInternationalClient.PRODUCT, DysmsMainlandClient.PRODUCT, StsClient.PRODUCT)) {
            for (Pattern form : product.errorForms().values()) {
                patterns.putIfAbsent("form " + form, new Fact(How.MATCHES, product, form));
            }
            for (Pattern window : product.quotaWindows().values()) {
                patterns.putIfAbsent("window " + window, new Fact(How.FINDS, product, window));
            }
            for (Pattern number : product.homeNumbers().values()) {
                patterns.putIfAbsent("number " + number, new Fact(How.MATCHES, product, number));
            }
        }
        return patterns.values();
    }

    /** Repeated, what the patterns of products have trouble with. */
    private static final List<String> FOR_PRODUCTS = List.of(
            "\u6bcf",
            "12 \u4e2a",
            "\u6bcf\u4e2a",
            "DA",
            "12 -",
            "/ ",
            "BUSINESS_LIMI",
            "_LIMIT",
            "BLACK_KEY",
            "_ILLEGA");

    /** Classes in which a product's patterns are made, once. */
    private static final Set<String> OF_PRODUCTS = Set.of(
            "cams.CamsClientProduct$ErrorForms",
            "cams.CamsClientProduct$QuotaWindows",
            "dysms.international.DysmsInternationalClientProduct$ErrorForms",
            "dysms.international.DysmsInternationalClientProduct$QuotaWindows",
            "dysms.mainland.DysmsMainlandClientProduct$ErrorForms",
            "dysms.mainland.DysmsMainlandClientProduct$HomeNumbers",
            "dysms.mainland.DysmsMainlandClientProduct$QuotaWindows");

    /** Methods that cut a text at a character, which is no regular expression, or at line ends. */
    private static final Set<String> SPLITS = Set.of(
            "core.internal.encoding.HalfCharacters.inName",
            "core.internal.encoding.HalfCharacters.inValue",
            "core.internal.encoding.PercentEncodedPairs.halfCharacter",
            "core.internal.environment.ConnectionVariables.withExceptions",
            "core.internal.reply.ReplyHints.part",
            "core.wire.PhoneForm.joined",
            "core.upload.UploadGrant$Builder.directory",
            "testing.gateway.SignatureClaim.inHeaders",
            "testing.storage.ObjectChecks.signatureV4",
            "core.internal.call.Guard.ofEnvironment",
            "core.wire.MessageReader.separated",
            "spring.boot.ClientSetup.build");

    private static Use matches(String type, String field, String... startsAndRepeated) {
        return use(How.MATCHES, type, field, startsAndRepeated);
    }

    private static Use finds(String type, String field, String... startsAndRepeated) {
        return use(How.FINDS, type, field, startsAndRepeated);
    }

    private static Use use(How how, String type, String field, String... startsAndRepeated) {
        var hostile = new Hostile[startsAndRepeated.length / 2];
        for (int i = 0; i < hostile.length; i++) {
            hostile[i] = new Hostile(startsAndRepeated[2 * i], startsAndRepeated[2 * i + 1]);
        }
        return new Use(how, type, field, hostile);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void tenTimesTheTextIsTenTimesTheWork(Use use) throws ReflectiveOperationException {
        expectLinear(use.how, use.pattern(), Stream.of(use.hostile));
    }

    @ParameterizedTest
    @MethodSource("patternsOfProducts")
    void productsPatternsTakeNoMore(Fact fact) {
        expectLinear(fact.how, fact.pattern, FOR_PRODUCTS.stream().map(repeated -> new Hostile("", repeated)));
    }

    private static void expectLinear(How how, Pattern pattern, Stream<Hostile> more) {
        Stream<Hostile> hostile = Stream.concat(FOR_ALL.stream().map(repeated -> new Hostile("", repeated)), more);
        for (Hostile text : hostile.toList()) {
            for (String end : ENDS) {
                long few = looks(how, pattern, text.ofLength(SHORT) + end);
                long many = looks(how, pattern, text.ofLength(LONG) + end);

                assertThat(many).as("%s at %s", pattern, text).isLessThan(12 * Math.max(few, SHORT));
            }
        }
    }

    private static long looks(How how, Pattern pattern, String text) {
        var counted = new CountedText(text);
        Matcher matcher = pattern.matcher(counted);
        if (how == How.MATCHES) {
            matcher.matches();
        } else {
            while (matcher.find()) {
                assertThat(matcher.end()).isGreaterThan(matcher.start());
            }
        }
        return counted.looks;
    }

    /** Counts how often somebody looks at one of its characters. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private long looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > (long) MAX_LOOKS * text.length()) {
                throw new IllegalStateException("more than " + MAX_LOOKS + " looks at each character");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void countingFindsAPatternThatIsNotLinear() {
        Pattern square = Pattern.compile("[,;]?\\s*(a\\s+)?b");
        Hostile blanks = new Hostile("", " ");

        assertThatIllegalStateException().isThrownBy(() -> looks(How.FINDS, square, blanks.ofLength(SHORT)));
    }

    @ArchTest
    static void everyPatternIsInTheTable(JavaClasses classes) {
        Set<String> fields = new TreeSet<>();
        Set<String> compiled = new TreeSet<>();
        Set<String> split = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (JavaClass type : classes) {
            String name = type.getName().substring("io.github.alimsg.".length());
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Pattern.class)) {
                    fields.add(name + "#" + field.getName());
                }
            }
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                String method = name + "." + call.getOrigin().getName();
                String target = call.getTargetOwner().getSimpleName() + "."
                        + call.getTarget().getName();
                switch (target) {
                    case "String.split" -> split.add(method);
                    case "Pattern.compile" -> (method.endsWith(".<clinit>") ? compiled : others).add(name);
                    case "Pattern.matches", "String.matches", "String.replaceAll", "String.replaceFirst" ->
                        others.add(method + " calls " + target);
                    default -> {}
                }
            }
        }

        assertThat(fields)
                .containsExactlyInAnyOrderElementsOf(
                        patterns().stream().map(Use::name).toList());
        assertThat(compiled)
                .as("patterns are compiled once, for a field or for a product")
                .isEqualTo(Stream.concat(
                                OF_PRODUCTS.stream(),
                                fields.stream().map(field -> field.substring(0, field.indexOf('#'))))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(others).as("expressions that no row can name").isEmpty();
        assertThat(split).isEqualTo(new TreeSet<>(SPLITS));
    }
}
