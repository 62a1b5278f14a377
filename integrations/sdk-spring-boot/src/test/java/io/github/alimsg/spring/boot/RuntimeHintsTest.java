package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;

@DisplayName("What the clients look up by name is registered for native images")
class RuntimeHintsTest {
    private static final Pattern NAME =
            Pattern.compile("(?:has\\(|[(,]\\s*)\"((?:okhttp3|okio|kotlin|com\\.fasterxml)\\.[A-Za-z0-9.]+)\"");
    private final RuntimeHints hints = new RuntimeHints();

    @Test
    void everyClassOfTheCheckOfLibrariesIsRegistered() throws IOException {
        new AlimsgRuntimeHints().registerHints(hints, getClass().getClassLoader());
        String check = Files.readString(
                Path.of("../../sdk-core/src/main/java/io/github/alimsg/core/internal/libraries/Libraries.java"));
        assertThat(NAME.matcher(check).results().map(match -> match.group(1)))
                .contains("okhttp3.Call", "okio.Socket", "kotlin.enums.EnumEntriesKt")
                .filteredOn(name -> !name.equals("com.fasterxml.jackson") && !name.endsWith(".squareup.okhttp3"))
                .filteredOn(name -> Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1)))
                .allSatisfy(
                        name -> assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(name)))
                                .as(name)
                                .accepts(hints));
    }

    @Test
    void anApplicationWithAccountsCanBeProcessedAheadOfTime() {
        try (var context = new GenericApplicationContext()) {
            TestPropertyValues.of("alimsg.accounts.other.region=cn-hangzhou").applyTo(context);
            AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
            context.registerBean(Everything.class);
            var generated = new TestGenerationContext();
            new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
            assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of("okhttp3.Call")))
                    .accepts(generated.getRuntimeHints());
            assertThat(RuntimeHintsPredicates.reflection().onType(AlimsgProperties.class))
                    .accepts(generated.getRuntimeHints());
        }
    }

    @Test
    void methodsThatAreLookedUpAreRegistered() {
        new AlimsgRuntimeHints().registerHints(hints, getClass().getClassLoader());
        for (String name : new String[] {"okhttp3.Call", "okio.ByteString"}) {
            assertThat(RuntimeHintsPredicates.reflection()
                            .onType(TypeReference.of(name))
                            .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                    .accepts(hints);
        }
    }
}
