package io.github.alimsg.core.internal.encoding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, written once for all its attempts.
 *
 * @param query what goes into the URL
 * @param form what goes into the body; null when there is no body
 */
public record EncodedParams(
        PercentEncodedPairs query, @Nullable PercentEncodedPairs form) {
    /** {@return both, where there are both} */
    public List<PercentEncodedPairs> all() {
        return form == null ? List.of(query) : List.of(query, form);
    }
}
