package io.github.alimsg.caps;

/** What happens to sends while the store of {@link SendCaps} can't be reached. */
public enum WhenAway {
    /** They go out uncounted: a store that is away must not stop messages. */
    PASS,
    /** They are refused: an attack must not get through because the store is away. */
    REFUSE
}
