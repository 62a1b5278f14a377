package io.github.alimsg.core.credentials;

import java.nio.file.Path;
import java.util.Map;

/** Environments of tests. */
final class Environments {
    private Environments() {}

    static CredentialsEnvironment variables(Map<String, String> variables) {
        return new CredentialsEnvironment(variables::get, name -> null);
    }

    static CredentialsEnvironment properties(Map<String, String> properties) {
        return new CredentialsEnvironment(name -> null, properties::get);
    }

    /** A home folder, and environment variables. */
    static CredentialsEnvironment home(Path home, Map<String, String> variables) {
        return new CredentialsEnvironment(variables::get, Map.of("user.home", home.toString())::get);
    }
}
