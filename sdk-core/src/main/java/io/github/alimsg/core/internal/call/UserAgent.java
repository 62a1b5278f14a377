package io.github.alimsg.core.internal.call;

import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;

/** What the SDK calls itself in every request: its version, the version of Java, and the application's name. */
final class UserAgent {
    private static final String SDK =
            "alimsg-java" + version() + " Java/" + Runtime.version().feature();

    private UserAgent() {}

    static String of(@Nullable String applicationId) {
        return applicationId == null ? SDK : SDK + " app/" + applicationId;
    }

    /** The module's version on the module path, else that of the jar; nothing when neither says. */
    private static String version() {
        ModuleDescriptor module = UserAgent.class.getModule().getDescriptor();
        String version = module == null
                ? UserAgent.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return version == null ? "" : "/" + version;
    }
}
