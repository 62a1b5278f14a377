package io.github.alimsg.core;

/** The network that endpoints are called from. */
public enum Network {
    /** Over the internet. */
    PUBLIC,
    /** From inside a virtual private cloud of the same region. Regions without such an endpoint are refused. */
    VPC
}
