package io.github.alimsg.testing.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is called at the gateway's address: how its requests name an operation and are checked, and how it replies. What
 * becomes of a call between the two is the same for all: stubs, faults, records.
 */
public interface Service {
    /** Whether it is the one that a path belongs to. */
    boolean serves(String path);

    /** The operations that a test may name without a product; none when there are products that say which there are. */
    Set<String> operations();

    /** Who calls what, as the request claims. Without an operation the request is no call. */
    SignatureClaim claim(WireRequest request);

    /** Why a request that names no operation is refused. */
    Refusal noOperation();

    /** Why a call is refused at this moment; null when it may pass. */
    @Nullable
    Refusal refusal(WireRequest request, Call call, Instant now);

    /**
     * The usual reply to a call that passed. May wait, as long as the caller asks for it.
     *
     * @param fields what a test wants in the reply, if the service replies in JSON
     */
    WireReply success(Call call, ObjectNode fields);

    /** A failure of the operation itself. */
    WireReply businessFailure(Call call, String code, String message);

    /** A denial by RAM. */
    WireReply denial(Call call, String action);

    /** The header of replies that has the id of the request. */
    String requestIdHeader();

    /** A refusal of a request. */
    WireReply refusal(Refusal refusal, String host, boolean xmlWanted);
}
