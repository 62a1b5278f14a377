package io.github.alimsg.core.internal.libraries;

import com.fasterxml.jackson.core.Version;
import java.lang.reflect.Method;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the libraries an application's build resolved are new enough. Maven treats OkHttp 3 or 4 and OkHttp 5 as
 * two artifacts and keeps both, and platforms manage the versions of Kotlin, okio and Jackson. Without this check, a
 * client over libraries that are too old would fail at its first call with a {@code NoSuchMethodError}.
 *
 * <p>Each library is checked for the newest class or method needed of it, by name and without initializing it: code
 * that referred to it would not link where it is missing. Manifests are less reliable, since shaded jars have none.
 * What to check for was found by linking the SDK's jars, and OkHttp's, against older versions; a test of the build
 * repeats that.
 */
public final class Libraries {
    private static final Library OKHTTP = new Library(
            "OkHttp 5.4.0",
            "okhttp3.Call",
            managed("com.squareup.okhttp3", "okhttp", "5.5.1") + managed("com.squareup.okhttp3", "okhttp-jvm", "5.5.1"),
            "implementation(\"com.squareup.okhttp3:okhttp:5.5.1\")");
    private static final Library OKIO = new Library(
            "okio 3.15.0 (3.18.0 for OkHttp 5.5)",
            "okio.Buffer",
            managed("com.squareup.okio", "okio", "3.18.1") + managed("com.squareup.okio", "okio-jvm", "3.18.1"),
            "implementation(\"com.squareup.okio:okio:3.18.1\")");
    private static final Library KOTLIN = new Library(
            "kotlin-stdlib 1.8.20",
            "kotlin.Unit",
            managed("org.jetbrains.kotlin", "kotlin-stdlib", "1.8.22")
                    + "; with spring-boot-starter-parent: <kotlin.version>1.8.22</kotlin.version> in <properties>",
            "implementation(\"org.jetbrains.kotlin:kotlin-stdlib:1.8.22\"), with Spring's plugin ext[\"kotlin.version\"]"
                    + " = \"1.8.22\"");
    private static final Library JACKSON_CORE =
            jackson("jackson-core 2.15 (no older than jackson-databind)", "com.fasterxml.jackson.core.JsonFactory");
    private static final Library JACKSON_DATABIND =
            jackson("jackson-databind 2.15", "com.fasterxml.jackson.databind.ObjectMapper");

    private static volatile boolean okHttpWorks;
    private static volatile boolean jacksonWorks;

    /**
     * A library, and what to do when it is too old.
     *
     * @param oldest its name and the oldest version that works
     * @param landmark a class that every version has, to find its jar by
     * @param maven what Maven needs in dependencyManagement
     * @param gradle what Gradle needs
     */
    private record Library(String oldest, String landmark, String maven, String gradle) {}

    private Libraries() {}

    /**
     * Checks once; after a refusal, checks again.
     *
     * @param http whether calls use OkHttp, rather than a transport of the application
     * @throws IllegalStateException when one is too old; names the jar and the lines to add to the application's build
     */
    public static void require(boolean http) {
        if (jacksonWorks && (okHttpWorks || !http)) {
            return;
        }
        List<Library> tooOld = new ArrayList<>();
        if (http) {
            addHttp(tooOld);
        }
        addJackson(tooOld);
        if (!tooOld.isEmpty()) {
            throw new IllegalStateException(message(tooOld));
        }
        jacksonWorks = true;
        okHttpWorks |= http;
    }

    /** A library that is missing or too old hides those that depend on it. */
    private static void addHttp(List<Library> tooOld) {
        if (!has("kotlin.enums.EnumEntriesKt")) {
            tooOld.add(KOTLIN);
        } else if (!has("okio.Socket")) {
            tooOld.add(OKIO);
        } else if (!has("okhttp3.Call", "addEventListener")) {
            tooOld.add(OKHTTP);
        } else if (has("okhttp3.DnsCache") && !has("okio.ByteString", "base64$default")) { // OkHttp 5.5
            tooOld.add(OKIO);
        }
    }

    private static void addJackson(List<Library> tooOld) {
        Version core = com.fasterxml.jackson.core.json.PackageVersion.VERSION;
        Version databind = com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION;
        if (!isFrom215(core) || core.getMinorVersion() < databind.getMinorVersion()) {
            tooOld.add(JACKSON_CORE);
        } else if (!isFrom215(databind)) {
            tooOld.add(JACKSON_DATABIND);
        }
    }

    private static boolean isFrom215(Version version) {
        return version.getMajorVersion() == 2 && version.getMinorVersion() >= 15;
    }

    private static String message(List<Library> tooOld) {
        var message = new StringBuilder();
        for (Library library : tooOld) {
            message.append(library.oldest).append(" or later is needed, but ");
            message.append(inTheWay(library.landmark)).append(".\n");
            message.append("Maven, in <dependencyManagement>: ")
                    .append(library.maven)
                    .append(".\n");
            message.append("Gradle: ").append(library.gradle).append(".\n");
        }
        return message.append(
                        "A version written in a dependency of the application's own wins over managed ones: remove it")
                .append(" there. The SDK's docs/compatibility.md has builds that work.")
                .toString();
    }

    private static String inTheWay(String landmark) {
        Class<?> found = find(landmark);
        if (found == null) {
            return landmark + " is not on the class path";
        }
        CodeSource source = found.getProtectionDomain().getCodeSource();
        return "the application runs with "
                + (source == null ? "an older one" : source.getLocation().toString());
    }

    private static Library jackson(String oldest, String landmark) {
        return new Library(
                oldest,
                landmark,
                "<dependency><groupId>com.fasterxml.jackson</groupId><artifactId>jackson-bom</artifactId>"
                        + "<version>2.15.4</version><type>pom</type><scope>import</scope></dependency>, or later;"
                        + " with spring-boot-starter-parent: <jackson-bom.version>2.15.4</jackson-bom.version> in"
                        + " <properties>",
                "implementation(platform(\"com.fasterxml.jackson:jackson-bom:2.15.4\")), with Spring's plugin"
                        + " ext[\"jackson-bom.version\"] = \"2.15.4\"");
    }

    private static String managed(String group, String artifact, String version) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version></dependency>";
    }

    private static boolean has(String type) {
        return find(type) != null;
    }

    private static boolean has(String type, String method) {
        Class<?> found = find(type);
        try {
            if (found != null) {
                // No stream: loading its classes would slow down an application's start.
                for (Method declared : found.getDeclaredMethods()) {
                    if (declared.getName().equals(method)) {
                        return true;
                    }
                }
            }
        } catch (LinkageError e) {
            return false; // a type in one of its signatures is missing
        }
        return false;
    }

    private static @Nullable Class<?> find(String type) {
        try {
            return Class.forName(type, false, Libraries.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
