package io.github.alimsg.testing.gateway;

import java.util.List;

/** Finds the recipients of a call. */
@FunctionalInterface
public interface Recipients {
    /** The numbers, in digits, that the recipients of a call may be; none when the call sends nothing, or nobody knows. */
    List<String> of(Call call);
}
