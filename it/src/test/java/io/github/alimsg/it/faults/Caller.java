package io.github.alimsg.it.faults;

/** An SDK under test. Safe for many threads. */
interface Caller extends AutoCloseable {
    /** Sends one message, whose id stands in a parameter. Throws nothing. */
    Told send(int id);

    /** Asks for something. Throws nothing. */
    Told read(int id);

    @Override
    void close();
}
