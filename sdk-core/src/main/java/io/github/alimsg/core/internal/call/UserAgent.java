package io.github.alimsg.core.internal.call;

import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;

/** What the SDK calls itself in every request: its version, the version of Java, and the application's name. */
final class UserAgent {
    /** What the build writes into the manifest of the jar: the name in its pom.xml. */
    private static final String TITLE = "Alibaba Cloud messaging SDK: core";

    private static final String SDK =
            "alimsg-java" + version() + " Java/" + Runtime.version().feature();

    private UserAgent() {}

    static String of(@Nullable String applicationId) {
        return applicationId == null ? SDK : SDK + " app/" + applicationId;
    }

    /** The module's version on the module path, else that of the jar; nothing when neither says. */
    private static String version() {
        ModuleDescriptor module = UserAgent.class.getModule().getDescriptor();
        String version = module == null ? versionOfJar() : module.rawVersion().orElse(null);
        return version == null ? "" : "/" + version;
    }

    /** Null in a jar that an application has merged from several, whose version is the application's. */
    private static @Nullable String versionOfJar() {
        Package own = UserAgent.class.getPackage();
        return TITLE.equals(own.getImplementationTitle()) ? own.getImplementationVersion() : null;
    }
}
