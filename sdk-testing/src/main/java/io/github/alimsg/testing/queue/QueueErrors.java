package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.gateway.Refusal;

/** What queues refuse, with the codes and statuses of the service. */
final class QueueErrors {
    static final Refusal NO_MESSAGE = new Refusal(404, "MessageNotExist", "The message does not exist.");
    static final Refusal BAD_HANDLE = new Refusal(400, "ReceiptHandleError", "The receipt handle is not valid.")
            .because("the handle is none that was ever given; a plus sign in it may have become a space");
    static final Refusal NO_QUEUE = new Refusal(404, "QueueNotExist", "The queue does not exist.")
            .because("there is no such queue; cloud.queue(name) makes one");
    static final Refusal BAD_URL = new Refusal(400, "InvalidRequestURL", "The URL is not valid.");
    static final Refusal BAD_XML = new Refusal(400, "MalformedXML", "The XML is not well-formed.");

    static final Refusal INTERNAL =
            new Refusal(500, "InternalError", "Internal error.").because("the test has this delete fail");

    private QueueErrors() {}

    /** Why a handle does nothing. */
    static Refusal deadHandle(String handle) {
        return StoredMessage.isHandle(handle) ? NO_MESSAGE : BAD_HANDLE;
    }

    static Refusal missing(String name) {
        return new Refusal(400, "Missing" + name, name + " is required.");
    }

    static Refusal outOfBounds(String name, int low, int high) {
        return argument("The value of " + name + " must be between " + low + " and " + high + ".");
    }

    static Refusal argument(String message) {
        return new Refusal(400, "InvalidArgument", message);
    }

    /** A refusal that was made for the APIs, as queues put it. */
    static Refusal translated(Refusal refusal) {
        return switch (refusal.code()) {
            case "InvalidAccessKeyId.NotFound" ->
                other(refusal, 403, "InvalidAccessKeyId", "The access key does not exist.");
            case "InvalidAccessKeyId.Inactive" -> other(refusal, 403, "AccessDenied", "The access key is disabled.");
            case "System.LimitControl" ->
                other(refusal, 400, "QpsLimitExceeded", "There are too many requests a second.");
            default -> refusal;
        };
    }

    private static Refusal other(Refusal refusal, int status, String code, String message) {
        return new Refusal(status, code, message).because(refusal.diagnosis());
    }
}
