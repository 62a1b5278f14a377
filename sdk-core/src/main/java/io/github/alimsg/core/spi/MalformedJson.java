package io.github.alimsg.core.spi;

import org.jspecify.annotations.Nullable;

/** JSON that is none, or of another shape than the model; the engine turns it into what the caller sees. */
final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedJson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
