package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path that is known only to who may post. Compared in constant time, and never shown: as a pattern it would be a tag of
 * every request's metrics.
 */
final class SecretPath {
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~-]+");

    private final byte[] path;
    private final String shown;

    private SecretPath(String path, String shown) {
        this.path = path.getBytes(StandardCharsets.UTF_8);
        this.shown = shown;
    }

    /**
     * The path of a product.
     *
     * @param base the property {@code alimsg.receipts.path}
     * @param product the product's name
     */
    static SecretPath of(@Nullable String base, String product) {
        if (base == null || base.endsWith("/") || !PATH.matcher(base).matches()) {
            throw new AlimsgConfigurationException(
                    "The property alimsg.receipts.path is not valid.",
                    "Set it to a path such as /hooks/ and a secret of letters, digits and dashes, without a slash at its end.");
        }
        return new SecretPath(base + "/" + product, "/alimsg-receipts/" + product);
    }

    boolean matches(String other) {
        return MessageDigest.isEqual(path, other.getBytes(StandardCharsets.UTF_8));
    }

    /** A path that stands for this one in metrics and mappings. */
    @Override
    public String toString() {
        return shown;
    }
}
