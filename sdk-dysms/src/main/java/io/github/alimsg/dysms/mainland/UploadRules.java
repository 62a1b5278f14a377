package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.upload.FileUpload;
import java.util.List;
import java.util.Locale;

/**
 * What the vendor documents about a kind of file.
 *
 * @param kind its name in messages
 * @param types file name extensions, in lowercase
 * @param mostBytes its maximum size; where the vendor gives MB, the larger reading
 */
record UploadRules(String kind, List<String> types, long mostBytes) {
    /** Refuses a file that the service would refuse, before anything is sent. */
    void check(FileUpload file) {
        String name = file.name();
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.indexOf('.') < 0 || !types.contains(type)) {
            throw new IllegalArgumentException("a " + kind + " must have one of these extensions: " + types);
        }
        if (!name.chars().allMatch(UploadRules::isPlain)) {
            throw new IllegalArgumentException("the name of a " + kind
                    + " may have only letters a to z, digits, dots, dashes and underscores; set another with named(…)");
        }
        long size = file.size();
        if (size > mostBytes) {
            throw new IllegalArgumentException("a " + kind + " may have at most " + mostBytes + " bytes, not " + size);
        }
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._-".indexOf(c) >= 0;
    }
}
