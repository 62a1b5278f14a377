package io.github.alimsg.benchmarks;

/** One way of calling the service; has a constructor without parameters. */
public interface Contender {
    /** The key that signs. */
    String KEY_ID = "LTAI5tBenchmarksOnly00";

    /** The secret that signs. */
    String SECRET = "benchmarksOnlySecret0000000000";

    /** A client, set up as its manual says, that calls {@link CannedServer} on a port of the loopback interface. */
    Calls connect(int port) throws Exception;

    /** A client whose transport hands out {@link Replies} at once; everything else is as in {@link #connect}. */
    default Calls withoutNetwork() throws Exception {
        throw new UnsupportedOperationException("has no transport to replace");
    }

    /** A client in use. Safe for many threads. */
    interface Calls extends AutoCloseable {
        /**
         * SendSms with six parameters, made anew for the call.
         *
         * @return the answer's BizId
         */
        String send(String outId) throws Exception;

        /**
         * QuerySendDetails.
         *
         * @return how many entries the answer has
         */
        int query() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** The contender of a class name. */
    static Contender of(String className) throws ReflectiveOperationException {
        return (Contender) Class.forName(className).getDeclaredConstructor().newInstance();
    }
}
