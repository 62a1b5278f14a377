package io.github.alimsg.testing.products;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An operation that says what became of messages.
 *
 * @param operation its name
 * @param answer the fields of its reply
 */
public record Lookup(String operation, Answer answer) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Answers from what was sent. */
    @FunctionalInterface
    public interface Answer {
        /**
         * The fields of a reply.
         *
         * @param parameters those of the call, by name
         * @param sent what was sent
         */
        Map<String, ?> to(Map<String, String> parameters, Sent sent);
    }

    /** What was sent, in order. */
    public interface Sent {
        /** Messages that queries know of. */
        List<Message> all();

        /** Those to a number, with or without its calling code. */
        List<Message> to(String number);

        /** Those with an id. */
        List<Message> withId(String id);

        /** Whether there is a message with an id that queries do not know of yet. */
        boolean isStillHidden(String id);

        /** The templates of the account. */
        Templates templates();

        /** The time that the fake believes. */
        Instant now();
    }

    /**
     * A page of a list.
     *
     * @param page its number from 1; any other text is the first
     * @param size how many are on a page; any other text is 10
     */
    static <T> List<T> page(List<T> all, String page, String size) {
        long length = number(size, 10);
        long from = Math.min((number(page, 1) - 1) * length, all.size());
        return all.subList((int) from, (int) Math.min(from + length, all.size()));
    }

    private static long number(String text, long otherwise) {
        return NUMBER.matcher(text).matches() ? Math.max(1, Long.parseLong(text)) : otherwise;
    }
}
