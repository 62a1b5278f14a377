package io.github.alimsg.core.internal.json;

import org.jspecify.annotations.Nullable;

/** JSON that is none, or of another shape than the model; the engine turns it into what the caller sees. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedJson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
