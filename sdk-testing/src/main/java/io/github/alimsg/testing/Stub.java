package io.github.alimsg.testing;

import io.github.alimsg.testing.gateway.StubbedAnswer;
import io.github.alimsg.testing.gateway.StubbedAnswers;
import io.github.alimsg.testing.gateway.WireReply;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The replies of {@link FakeCloud} to an operation: one after the other, each once and the last for ever. Stubs see
 * only calls that passed the fake's checks. A stub without replies gives the usual one, as {@link #thenSucceed()} does.
 * Thread-safe.
 */
public final class Stub {
    private final StubbedAnswers answers;

    Stub(StubbedAnswers answers) {
        this.answers = answers;
    }

    private Stub then(StubbedAnswer answer) {
        answers.add(answer);
        return this;
    }

    /**
     * Replies as if nothing were stubbed: with the metadata's examples if the fake knows the operation's product, else
     * with an envelope that says OK.
     *
     * @return this stub
     */
    public Stub thenSucceed() {
        return then(StubbedAnswer.SUCCESS);
    }

    /**
     * Replies as if nothing were stubbed, with some fields of the reply replaced or added.
     *
     * @param fields values by name: texts, numbers, booleans, lists, maps
     * @return this stub
     * @throws IllegalArgumentException when a value is anything else
     */
    public Stub thenSucceedWith(Map<String, ?> fields) {
        return then(StubbedAnswer.success(fields));
    }

    /**
     * Replies with HTTP 200 and a JSON body.
     *
     * @param json the body, sent as it is
     * @return this stub
     */
    public Stub thenReturn(String json) {
        return thenRespond(Reply.json(json));
    }

    /**
     * Replies with a JSON body.
     *
     * @param status the HTTP status
     * @param json the body, sent as it is
     * @return this stub
     */
    public Stub thenReturn(int status, String json) {
        return thenRespond(Reply.json(status, json));
    }

    /**
     * Replies with anything: HTML, XML, nothing, a redirect.
     *
     * @param reply the reply
     * @return this stub
     */
    public Stub thenRespond(Reply reply) {
        WireReply answer = reply.onTheWire();
        return then(StubbedAnswer.reply(call -> answer));
    }

    /**
     * Replies with what a function returns for the call. It runs on threads of the fake, and concurrently for
     * concurrent calls. If it throws, the reply is HTTP 500 and the exception is kept in {@link FakeCloud#defects()}.
     *
     * @param answer creates the reply
     * @return this stub
     */
    public Stub thenAnswer(Function<? super ReceivedCall, Reply> answer) {
        Objects.requireNonNull(answer);
        return then(StubbedAnswer.reply(call -> Objects.requireNonNull(
                        answer.apply(new ReceivedCall(call)), "thenAnswer was given a function that returns null")
                .onTheWire()));
    }

    /**
     * Fails as the gateway does: an HTTP status of 4xx or 5xx and a body with code and message, in JSON or, after
     * {@link FakeCloud#errorsAsXml()}, in XML.
     *
     * @param httpStatus the HTTP status, 400 to 599
     * @param code the error's code, such as {@code InternalError}
     * @param message the error's message
     * @return this stub
     * @throws IllegalArgumentException when the status is not an error status
     */
    public Stub thenFail(int httpStatus, String code, String message) {
        if (httpStatus < 400 || httpStatus > 599) {
            throw new IllegalArgumentException("a failure's HTTP status is between 400 and 599, not " + httpStatus);
        }
        return then(StubbedAnswer.failure(httpStatus, code, message));
    }

    /**
     * Fails as the products do: HTTP 200, and a code that is not OK in the product's own envelope, {@code Code} and
     * {@code Message} or {@code ResponseCode} and {@code ResponseDescription}. When the fake does not know the product,
     * the reply has all four.
     *
     * @param code the error's code, such as {@code isv.BUSINESS_LIMIT_CONTROL}
     * @param message the error's message
     * @return this stub
     */
    public Stub thenBusinessFailure(String code, String message) {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
        return then(StubbedAnswer.businessFailure(code, message));
    }

    /**
     * Fails as a proxy in front of the gateway does: an HTML page without code or request id.
     *
     * @param httpStatus the HTTP status, such as 502, 503 or 504
     * @return this stub
     */
    public Stub thenGatewayFailure(int httpStatus) {
        return then(StubbedAnswer.proxyFailure(httpStatus));
    }

    /**
     * Denies as RAM does: HTTP 403 {@code NoPermission} with an {@code AccessDeniedDetail} object.
     *
     * @param action the action that is denied, such as {@code cams:SendChatappMessage}
     * @return this stub
     */
    public Stub thenDeny(String action) {
        Objects.requireNonNull(action);
        return then(StubbedAnswer.denial(action));
    }

    /**
     * Refuses the call as throttled, without a hint: HTTP 400 {@code System.LimitControl}.
     *
     * @return this stub
     */
    public Stub thenThrottle() {
        return then(StubbedAnswer.throttling(null));
    }

    /**
     * Refuses the call as throttled: HTTP 400 {@code System.LimitControl}.
     *
     * @param retryAfter the hint in the header {@code x-acs-retry-after}, sent in milliseconds
     * @return this stub
     */
    public Stub thenThrottle(Duration retryAfter) {
        return then(StubbedAnswer.throttling(Objects.requireNonNull(retryAfter)));
    }

    /**
     * Delays the reply that is added next, or the usual one when none is added. Waits in real time; if the fake's clock
     * is a {@link ManualTime}, that clock moves on instead.
     *
     * @param delay how long the client waits for the reply's first byte
     * @return this stub
     */
    public Stub thenDelay(Duration delay) {
        answers.delayNext(delay);
        return this;
    }

    /**
     * Accepts the call and never replies; the connection stays open until the fake is closed.
     *
     * @return this stub
     */
    public Stub thenStall() {
        return then(StubbedAnswer.ending(StubbedAnswer.End.STALL));
    }

    /**
     * Closes the connection as if the request had never been read: nothing is checked, no nonce is remembered, no call
     * is recorded. It shows only in {@link FakeCloud#attempts()}. The client cannot tell it from {@link
     * #thenCutAfterRequest()}.
     *
     * @return this stub
     */
    public Stub thenCutBeforeRequest() {
        return then(StubbedAnswer.ending(StubbedAnswer.End.CUT_BEFORE_REQUEST));
    }

    /**
     * Accepts the call, reads all of it, then closes the connection without a byte of a reply: the operation may have
     * been carried out.
     *
     * @return this stub
     */
    public Stub thenCutAfterRequest() {
        return then(StubbedAnswer.ending(StubbedAnswer.End.CUT_AFTER_REQUEST));
    }

    /**
     * Accepts the call and closes the connection in the middle of the usual reply's body.
     *
     * @return this stub
     */
    public Stub thenCutInAnswer() {
        return then(StubbedAnswer.ending(StubbedAnswer.End.CUT_IN_ANSWER));
    }
}
