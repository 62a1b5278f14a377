package io.github.alimsg.core;

/**
 * A setting of a client, as {@link SdkClient#settings()} lists it: its name, its value, and who set it.
 *
 * @param name the name of the builder's method, such as {@code timeout}
 * @param value the value as text, such as {@code 20 s}; never a key or a login
 * @param source {@code builder}, {@code withOptions}, {@code default}, or the name of an environment variable
 */
public record Setting(String name, String value, String source) {
    /** Returns one line: {@code timeout: 20 s (ALIMSG_TIMEOUT)}. */
    @Override
    public String toString() {
        return name + ": " + value + " (" + source + ")";
    }
}
