package io.github.alimsg.core.credentials;

import java.nio.file.Path;
import java.util.Map;

/** Environments of tests. */
final class Environments {
    private Environments() {}

    static Environment variables(Map<String, String> variables) {
        return new Environment(variables::get, name -> null);
    }

    static Environment properties(Map<String, String> properties) {
        return new Environment(name -> null, properties::get);
    }

    /** A home folder, and environment variables. */
    static Environment home(Path home, Map<String, String> variables) {
        return new Environment(variables::get, Map.of("user.home", home.toString())::get);
    }
}
