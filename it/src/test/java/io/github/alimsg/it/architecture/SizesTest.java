package io.github.alimsg.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The packages that carry the promises stay readable. A class's lines count from its declaration: an algorithm may be
 * explained at its head at any length. Sockets that forward all methods of another one are as long as the JDK's are wide.
 */
@DisplayName("A class of the engine fits on a few screens")
class SizesTest {
    private static final Set<String> PACKAGES =
            Set.of("core.batch", "core.internal.call", "core.internal.reply", "core.spi", "core.okhttp");
    private static final Set<String> FORWARDING = Set.of("ForwardingSocket", "ForwardingTlsSocket");
    private static final int MAX_LINES = 200;
    private static final int MAX_IMPORTS = 15;

    private static final List<SourceFile> FILES = SourceFile.ofAllModules().stream()
            .filter(file -> PACKAGES.contains(file.packageName()))
            .filter(file -> !FORWARDING.contains(file.name()))
            .toList();

    @Test
    void noClassIsLong() {
        assertThat(FILES).hasSizeGreaterThan(40);
        assertThat(FILES.stream().filter(file -> file.classLines() > MAX_LINES))
                .as("above %s lines without package, imports and the javadoc of the class", MAX_LINES)
                .isEmpty();
    }

    @Test
    void noClassKnowsEverything() {
        assertThat(FILES.stream().filter(file -> file.imports() > MAX_IMPORTS))
                .as("above %s imports of ours: a class that knows so many others does the work of several", MAX_IMPORTS)
                .isEmpty();
    }

    @Test
    void theHeadOfAClassDoesNotCount() {
        SourceFile file = SourceFile.of("Gzip", """
                package io.github.alimsg.core.okhttp;

                import io.github.alimsg.core.http.HttpBody;
                import java.util.List;

                /**
                 * Explains an algorithm.
                 */
                final class Gzip {
                    /** This counts. */
                    int level;
                }
                """);
        assertThat(file.classLines()).isEqualTo(4);
        assertThat(file.imports()).isEqualTo(1);
    }
}
