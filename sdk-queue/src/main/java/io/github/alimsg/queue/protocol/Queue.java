package io.github.alimsg.queue.protocol;

import io.github.alimsg.core.credentials.CredentialsProvider;

/**
 * A queue, and the keys that open it.
 *
 * @param name its name
 * @param credentials its keys
 */
public record Queue(String name, CredentialsProvider credentials) {
    private static final int MAX_NAME = 120;

    /** Refuses names that would be another path. */
    public Queue {
        requireName(name);
    }

    /**
     * Checks a name.
     *
     * @param name a queue's name
     * @throws IllegalArgumentException when it is none
     */
    public static void requireName(String name) {
        boolean valid = !name.isEmpty() && name.length() <= MAX_NAME;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            valid &= c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
        }
        if (!valid) {
            throw new IllegalArgumentException("a queue's name has 1 to 120 letters, digits, dashes and underscores,"
                    + " such as Alicom-Queue-1234567890-SmsReport");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
