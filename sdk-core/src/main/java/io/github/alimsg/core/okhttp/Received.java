package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.ResponseTooLargeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Executes an OkHttp call, and reads its whole response. */
final class Received {
    private static final int ALLOCATED_AT_ONCE = 65_536;

    private Received() {}

    static HttpResponse of(Call okCall, long limit) throws IOException {
        try (Response response = okCall.execute()) {
            try {
                return new HttpResponse(response.code(), names(response.headers()), body(response, limit));
            } catch (IOException e) {
                okCall.cancel(); // before closing the response, which would read on to keep the connection
                throw e;
            }
        }
    }

    private static List<String> names(Headers headers) {
        List<String> list = new ArrayList<>(headers.size() * 2);
        for (int i = 0; i < headers.size(); i++) {
            list.add(headers.name(i));
            list.add(headers.value(i));
        }
        return list;
    }

    private static byte[] body(Response response, long limit) throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            return new byte[0];
        }
        long length = body.contentLength();
        if (length > limit) {
            throw new ResponseTooLargeException(response.code(), limit);
        }
        if (length >= 0
                && length <= ALLOCATED_AT_ONCE) { // larger arrays are not allocated only because a header says so
            return readAll(body.source(), (int) length);
        }
        byte[] bytes = body.byteStream().readNBytes(length >= 0 ? (int) length : (int) limit + 1);
        if (length < 0 && bytes.length > limit) {
            throw new ResponseTooLargeException(response.code(), limit);
        }
        return bytes;
    }

    /** Reads a body of a declared length; less if there is no more. */
    private static byte[] readAll(BufferedSource from, int length) throws IOException {
        byte[] bytes = new byte[length];
        int came = 0;
        for (int count; came < length && (count = from.read(bytes, came, length - came)) >= 0; ) {
            came += count;
        }
        return came == length ? bytes : Arrays.copyOf(bytes, came);
    }
}
