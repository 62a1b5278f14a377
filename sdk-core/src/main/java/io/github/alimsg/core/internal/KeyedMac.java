package io.github.alimsg.core.internal;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** A message authentication code whose key is set up once and then cloned for every call. */
final class KeyedMac {
    private final HmacAlgorithms algorithm;
    private volatile Keyed last;

    /** A key and the code set up with it. Compared by identity first: a client rarely changes its key. */
    private record Keyed(String key, Mac mac) {}

    KeyedMac(HmacAlgorithms algorithm) {
        this.algorithm = algorithm;
        this.last = keyed("-");
    }

    private Keyed keyed(String key) {
        return new Keyed(key, HmacUtils.getInitializedMac(algorithm, key.getBytes(StandardCharsets.UTF_8)));
    }

    /** A code set up with a key, for one use. */
    Mac with(String key) {
        Keyed keyed = last;
        if (!keyed.key.equals(key)) {
            keyed = keyed(key);
            last = keyed;
        }
        try {
            return (Mac) keyed.mac.clone();
        } catch (CloneNotSupportedException e) { // security providers on hardware
            return keyed(key).mac;
        }
    }
}
