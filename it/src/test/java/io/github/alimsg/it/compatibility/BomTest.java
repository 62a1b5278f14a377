package io.github.alimsg.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.it.Reactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application that imports {@code sdk-bom} gets one OkHttp, and keeps its own versions of everything else. */
@DisplayName("The BOM manages our modules, OkHttp and okio, and nothing else")
class BomTest {
    private static final List<String> OKHTTP = List.of(
            "com.squareup.okhttp3:okhttp",
            "com.squareup.okhttp3:okhttp-jvm",
            "com.squareup.okio:okio",
            "com.squareup.okio:okio-jvm");

    @Test
    void ourModulesAndTheFourArtifactsOfOkHttp() throws Exception {
        List<String> modules = Reactor.modules().keySet().stream()
                .filter(name -> name.startsWith("sdk-") && !name.equals("sdk-bom") && !name.equals("sdk-parent"))
                .map(name -> "io.github.alimsg:" + name)
                .toList();

        assertThat(Bom.versions().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(modules.stream(), OKHTTP.stream()).toList());
    }

    @Test
    void theVersionsThatTheSdkIsBuiltWith() throws Exception {
        Map<String, String> versions = Bom.versions();
        String parent = Files.readString(Path.of("..", "pom.xml"));

        assertThat(parent).contains("<okhttp.version>" + versions.get("com.squareup.okhttp3:okhttp-jvm") + "<");
        assertThat(versions.get("com.squareup.okhttp3:okhttp"))
                .isEqualTo(versions.get("com.squareup.okhttp3:okhttp-jvm"));
        assertThat(versions.get("com.squareup.okio:okio")).isEqualTo(versions.get("com.squareup.okio:okio-jvm"));
    }
}
