package io.github.alimsg.core.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.core.http.HttpBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A {@code multipart/form-data} body: texts first and one file as the last field, as PostObject requires. */
final class FormBody implements HttpBody {
    private final byte[] head;
    private final HttpBody file;
    private final byte[] tail;

    /**
     * Creates a form.
     *
     * @param boundary what separates the fields; must not occur in any of them
     * @param fields names and values in turn, without line breaks
     * @param contentType content type of the file
     * @param file the content of the field {@code file}
     */
    FormBody(String boundary, List<String> fields, String contentType, HttpBody file) {
        var text = new StringBuilder();
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            text.append(fields.get(i))
                    .append("\"\r\n\r\n")
                    .append(fields.get(i + 1))
                    .append("\r\n");
        }
        // The name is only in the key: here it would have to be escaped, and servers do not agree how.
        text.append("--").append(boundary);
        text.append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\nContent-Type: ");
        text.append(contentType).append("\r\n\r\n");
        this.head = text.toString().getBytes(UTF_8);
        this.file = file;
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
    }

    @Override
    public long length() {
        return head.length + file.length() + tail.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(head);
        file.writeTo(out);
        out.write(tail);
    }
}
