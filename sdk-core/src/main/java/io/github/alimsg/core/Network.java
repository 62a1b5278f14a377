package io.github.alimsg.core;

/** From where endpoints are called. */
public enum Network {
    /** Over the internet. */
    PUBLIC,
    /** From inside a virtual private cloud of the same region. Regions without such an endpoint are refused. */
    VPC
}
