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

    /**
     * {@return whether a parameter is sent, and is not empty}
     *
     * @param name its name, of characters that need no encoding
     */
    public boolean hasValue(String name) {
        return all().stream().anyMatch(pairs -> {
            String text = "&" + pairs + "&";
            int value = text.indexOf("&" + name + "=") + name.length() + 2;
            return value > name.length() + 1 && text.charAt(value) != '&';
        });
    }
}
