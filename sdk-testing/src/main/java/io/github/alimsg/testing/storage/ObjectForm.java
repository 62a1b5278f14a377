package io.github.alimsg.testing.storage;

import io.github.alimsg.testing.storage.ObjectServer.Upload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file as its last field.
 *
 * @param fields the texts by name
 * @param contentType the file's content type
 * @param size how many bytes the file has
 * @param file its bytes
 * @param checksum their CRC-64
 */
record ObjectForm(Map<String, String> fields, String contentType, long size, ByteString file, String checksum) {
    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;\\s*boundary=(\\S+)");
    private static final Pattern NAME = Pattern.compile("form-data; name=\"([^\"]*)\"(; filename=\"[^\"]*\")?");
    private static final Pattern TYPE = Pattern.compile("Content-Type: (\\S+)");

    /** Reads a form of at most 16 MiB; null when it is none, or anything follows the file. */
    static @Nullable ObjectForm of(Upload upload) {
        Matcher boundary = BOUNDARY.matcher(upload.header("content-type"));
        if (!boundary.matches() || upload.body().size() == 0) {
            return null;
        }
        // Latin-1 maps every byte to one character, so that text can be searched and bytes stay bytes.
        String text = upload.body().string(StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1);
        var fields = new LinkedHashMap<String, String>();
        int at = 0;
        while (text.startsWith(mark + "\r\n", at)) {
            int head = at + mark.length() + 2;
            int content = text.indexOf("\r\n\r\n", head) + 4;
            int end = text.indexOf("\r\n" + mark, content);
            if (content < 4 || end < 0) {
                return null;
            }
            String headers = text.substring(head, content);
            Matcher name = NAME.matcher(headers);
            if (!name.find()) {
                return null;
            }
            at = end + 2;
            if (name.group(2) != null) {
                boolean last = text.substring(at).equals(mark + "--\r\n");
                return last && name.group(1).equals("file") ? file(fields, headers, upload, content, end) : null;
            }
            byte[] value = text.substring(content, end).getBytes(StandardCharsets.ISO_8859_1);
            fields.put(name.group(1), new String(value, StandardCharsets.UTF_8));
        }
        return null;
    }

    private static ObjectForm file(Map<String, String> fields, String headers, Upload upload, int from, int to) {
        ByteString file = upload.body().substring(from, to);
        Matcher type = TYPE.matcher(headers);
        var checksum = new ObjectChecksum();
        checksum.update(file.toByteArray(), file.size());
        return new ObjectForm(fields, type.find() ? type.group(1) : "", file.size(), file, checksum.value());
    }
}
