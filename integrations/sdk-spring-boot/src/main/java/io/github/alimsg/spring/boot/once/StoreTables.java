package io.github.alimsg.spring.boot.once;

import io.github.alimsg.spring.boot.AlimsgConfigurationException;

/** Ends the start where a store can't use its table. For the auto-configuration. */
public final class StoreTables {
    private StoreTables() {}

    /**
     * Says what to do about a failure of a store.
     *
     * @param what the sentence that the failure's message ends
     * @param failure the failure
     * @return what Spring Boot shows
     */
    public static AlimsgConfigurationException unusable(String what, RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return new AlimsgConfigurationException(
                what + ": " + message + ".",
                message.contains(".sql")
                        ? "Copy the script into the application's migrations, such as Flyway's db/migration, and run it."
                                + " The SDK creates no tables."
                        : "Check that the database of the application can be reached.");
    }
}
