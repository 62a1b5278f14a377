package io.github.alimsg.examples.engines;

/**
 * An order that was shipped.
 *
 * @param id its number, such as {@code order-4711}
 * @param phone whom to tell
 */
public record Order(String id, String phone) {
    /** Shows the order, never the number: engines log what they work on. */
    @Override
    public String toString() {
        return id;
    }
}
