// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post;

import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.ServiceException;

/**
 * The documented error codes. The service may return others; the category of any code is
 * {@link ServiceException#kind()}.
 */
public final class PostErrorCode {
    /**
     * {@code Post.BadAddress}: {@link ErrorKind#VALIDATION}.
     */
    public static final String POST_BAD_ADDRESS = "Post.BadAddress";

    /**
     * {@code Post.Full}: {@link ErrorKind#QUOTA}.
     */
    public static final String POST_FULL = "Post.Full";

    private PostErrorCode() {
    }
}
