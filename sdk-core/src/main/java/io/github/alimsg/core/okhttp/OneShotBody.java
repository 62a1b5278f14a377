package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.http.HttpBody;
import io.github.alimsg.core.http.HttpRequest;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that may be written only once. */
final class OneShotBody extends RequestBody {
    private static final MediaType FORM = MediaType.get(HttpRequest.FORM);

    private final @Nullable MediaType type;
    private final HttpBody content;

    OneShotBody(@Nullable String type, HttpBody content) {
        this.type = type == null ? null : type.equals(HttpRequest.FORM) ? FORM : MediaType.get(type);
        this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return content.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        if (content.length() != 0) {
            content.writeTo(sink.outputStream());
        }
    }
}
