package io.github.alimsg.core;

/** The way requests are signed. */
public enum Signature {
    /** The gateway's current signature, in headers: HMAC-SHA256 over a canonical request. The default. */
    ACS3_HMAC_SHA256,
    /** The gateway's older signature, in query parameters: HMAC-SHA1. Empty parameters are not sent with it. */
    RPC_1_0
}
