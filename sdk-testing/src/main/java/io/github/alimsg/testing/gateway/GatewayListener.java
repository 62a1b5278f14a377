package io.github.alimsg.testing.gateway;

/** Is told what passes the gateway, on the threads of the fake. */
public interface GatewayListener {
    /** A request arrived and was judged. */
    void received(Received request);

    /** What becomes of a request is known; its caller does not know it yet. */
    void replied(Received request);

    /** A call was accepted. It is replied to, even if its caller does not get to see the reply. */
    void accepted(Call call, WireReply reply);
}
