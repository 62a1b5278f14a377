package io.github.alimsg.benchmarks;

/** One way of calling the service; has a constructor without parameters. */
public interface Contender {
    /** The id of the key to sign with. */
    String KEY_ID = "LTAI5tBenchmarksOnly00";

    /** The secret of that key. */
    String SECRET = "benchmarksOnlySecret0000000000";

    /**
     * Returns a client, set up according to its manual, that calls {@link CannedServer} on a port of the loopback
     * interface.
     */
    Calls connect(int port) throws Exception;

    /** Returns a client whose transport returns {@link Replies} at once; everything else is as in {@link #connect}. */
    default Calls withoutNetwork() throws Exception {
        throw new UnsupportedOperationException("has no transport to replace");
    }

    /** A client in use. Thread-safe. */
    interface Calls extends AutoCloseable {
        /**
         * Calls SendSms with six parameters, created for the call.
         *
         * @return the response's BizId
         */
        String send(String outId) throws Exception;

        /**
         * QuerySendDetails.
         *
         * @return how many entries the response has
         */
        int query() throws Exception;

        /**
         * Opens connections ahead of calls, if the client can.
         *
         * @return how many are open
         */
        default int warmUp(int connections) throws Exception {
            return 0;
        }

        @Override
        default void close() throws Exception {}
    }

    /** Creates the contender with a class name. */
    static Contender of(String className) throws ReflectiveOperationException {
        return (Contender) Class.forName(className).getDeclaredConstructor().newInstance();
    }
}
