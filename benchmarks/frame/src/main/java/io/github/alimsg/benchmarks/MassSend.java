package io.github.alimsg.benchmarks;

/** One way of sending to very many people, a hundred in a call; has a constructor that takes the port of the server. */
public interface MassSend {
    /** How many people a call is to. */
    int PART = 100;

    /** How long the server takes to reply, in milliseconds. */
    int DISTANCE = 50;

    /**
     * Sends to many people, at most so many parts in a second.
     *
     * @return how many the service accepted
     */
    long send(int recipients, int partsPerSecond) throws Exception;

    /** Returns how many statements databases have executed since it was asked last; 0 if there is none. */
    default long statements() {
        return 0;
    }

    /** Returns the number of a recipient. */
    static String number(int ordinal) {
        return "139" + (10_000_000 + ordinal);
    }
}
