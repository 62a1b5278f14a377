package io.github.alimsg.inbox.http;

/** A call that can't be served; the caller is told why. */
public final class CallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    public CallException(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /** What the caller is told. */
    public Answer answer() {
        return Answer.error(status, String.valueOf(getMessage()));
    }

    public static CallException wrong(String text) {
        return new CallException(400, text);
    }

    public static CallException notFound(String what) {
        return new CallException(404, "there is no " + what + ", or it is no longer kept");
    }

    public static CallException notNow(String text) {
        return new CallException(409, text);
    }
}
