package io.github.alimsg.core.okhttp;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;

/** The text of an OkHttp failure, without anything that it quotes from a response. */
final class FailureText {
    private FailureText() {}

    static String describe(Throwable e) {
        if (e instanceof InterruptedException) {
            return "interrupted";
        }
        if (!(e instanceof IOException)) {
            return "the transport failed: " + e.getClass().getName();
        }
        String name = e.getClass().getSimpleName();
        if (quotes(e)) {
            return name + ": the reply violates HTTP";
        }
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    /** Whether a parser threw it. Parsers quote what they cannot read, and replies contain phone numbers and texts. */
    private static boolean quotes(Throwable e) {
        return e instanceof ProtocolException || e instanceof EOFException;
    }

    /** The failure itself, or one of the same kind without a message if something in it quotes the reply. */
    static IOException quotingNothing(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (quotes(cause)) {
                var like = new IOException(describe(e));
                like.setStackTrace(e.getStackTrace());
                return like;
            }
        }
        return e;
    }
}
