package io.github.alimsg.inbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the page, from the resources of this program. */
final class PageFiles {
    private static final String FOLDER = "/io/github/alimsg/inbox/page/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Answer> read = new ConcurrentHashMap<>();

    /** The file at a path. @throws CallException when there is none */
    Answer at(String path) throws IOException {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        Answer known = read.get(name);
        if (known != null) {
            return known;
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type != null && (name.equals("index.html") || name.startsWith("assets/")) && isPlain(name)) {
            try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + name)) {
                if (file != null) {
                    var answer = Answer.of(200, type, file.readAllBytes());
                    read.put(name, answer);
                    return answer;
                }
            }
        }
        throw new CallException(404, "there is no such file");
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0))
                && !name.contains("..");
    }
}
