package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the vendor's own programs end at the wire. */
@DisplayName("Classes and members have names that a person would choose")
class MemberNamesTest {
    private static final Path FOLDER = Path.of("..", "api");

    /** Names that stay, with the reason; at most ten. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of("UpdateAuditRequestRequest", "the request of the operation UpdateAuditRequest");

    private static final Pattern VENDORS = Pattern.compile("(?:DTO|Dto|VO|Vo)s?$|JsonJson$|JsonString$");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{N}+");
    private static final Pattern HEADING = Pattern.compile("([\\w.$]+)(?: : .*)?$");
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(");
    private static final Pattern FIELD = Pattern.compile("(\\w+)$");

    @Test
    void noNameEndsLikeTheVendorsClassesAndNoneRepeatsAWord() throws IOException {
        Map<String, Set<String>> names = names();
        Map<String, Set<String>> wrong = new TreeMap<>(names);
        wrong.keySet().removeIf(name -> isGood(name) || EXCEPTIONS.containsKey(name));

        assertThat(wrong)
                .as("name fields under 'fieldNames' of the customization, classes under 'names'")
                .isEmpty();
        assertThat(names).as("names found").hasSizeGreaterThan(2000);
    }

    @Test
    void everyExceptionIsNeeded() throws IOException {
        assertThat(names().keySet()).containsAll(EXCEPTIONS.keySet());
        assertThat(EXCEPTIONS).hasSizeLessThanOrEqualTo(10).allSatisfy((name, reason) -> {
            assertThat(isGood(name)).as(name).isFalse();
            assertThat(reason).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phoneNumberJsonJson",
                "smsSendDetailDTO",
                "smsSendDetailDTOs",
                "userVO",
                "templateJsonString",
                "dataData",
                "pagesPage",
                "getFbInstagramPagesPages",
                "TemplateTemplateName",
                "categoryCategories",
                "FOO_FOO"
            })
    void whatIsNoGoodNameIsFound(String name) {
        assertThat(isGood(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"smsSendDetails", "phoneNumbersJson", "ioException", "addressOfAddress", "ERROR_CODE", "voice"})
    void goodNamesAreLeftAlone(String name) {
        assertThat(isGood(name)).isTrue();
    }

    private static boolean isGood(String name) {
        List<String> words = WORD.matcher(name)
                .results()
                .map(MatchResult::group)
                .map(MemberNamesTest::singular)
                .toList();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals(words.get(i - 1))) {
                return false;
            }
        }
        return !VENDORS.matcher(name).find();
    }

    private static String singular(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("ies")
                ? lower.substring(0, lower.length() - 3) + "y"
                : lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Names of classes and members, with the classes that have them. */
    private static Map<String, Set<String>> names() throws IOException {
        Map<String, Set<String>> names = new TreeMap<>();
        for (Path file : files()) {
            String type = "";
            for (String line : Files.readAllLines(file)) {
                if (line.isEmpty()) {
                    continue;
                }
                String name;
                if (line.startsWith(" ")) {
                    Matcher method = METHOD.matcher(line);
                    name = method.find() ? method.group(1) : found(FIELD, line);
                } else {
                    type = found(HEADING, line);
                    name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
                }
                names.computeIfAbsent(name, first -> new TreeSet<>()).add(type);
            }
        }
        return names;
    }

    private static String found(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        return matcher.group(1);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".api"))
                            .sorted()
                            .toList());
            assertThat(all).hasSizeGreaterThan(4);
            return all;
        }
    }
}
