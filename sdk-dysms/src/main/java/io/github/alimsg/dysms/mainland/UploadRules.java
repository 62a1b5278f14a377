package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.upload.FileUpload;
import java.util.List;
import java.util.Locale;

/**
 * What the vendor documents of a kind of file.
 *
 * @param kind what it is called
 * @param types endings of names, in small letters
 * @param mostBytes how large it may be; where the vendor counts in MB, the larger reading of it
 */
record UploadRules(String kind, List<String> types, long mostBytes) {
    /** Refuses a file that the service would refuse, before anything is sent. */
    void check(FileUpload file) {
        String name = file.name();
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.indexOf('.') < 0 || !types.contains(type)) {
            throw new IllegalArgumentException("a " + kind + " is one of " + types + " by its ending");
        }
        if (!name.chars().allMatch(UploadRules::isPlain)) {
            throw new IllegalArgumentException("the name of a " + kind
                    + " has letters a to z, digits, dots, dashes and underscores only; give it another by named(…)");
        }
        long size = file.size();
        if (size > mostBytes) {
            throw new IllegalArgumentException("a " + kind + " has " + mostBytes + " bytes at most, not " + size);
        }
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._-".indexOf(c) >= 0;
    }
}
