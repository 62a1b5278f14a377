package io.github.alimsg.core.internal.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A message authentication code whose key is set up once and then cloned. */
final class KeyedMac {
    private final String algorithm;
    private final String suffix;
    private volatile Keyed last;

    /** A key, without the suffix, and the code initialized with it, which is only cloned. */
    static final class Keyed {
        private final String key;
        private final Mac mac;

        Keyed(String key, Mac mac) {
            this.key = key;
            this.mac = mac;
        }
    }

    /**
     * Creates codes of an algorithm.
     *
     * @param algorithm the JDK's name of it
     * @param suffix added to every key
     */
    KeyedMac(String algorithm, String suffix) {
        this.algorithm = algorithm;
        this.suffix = suffix;
        this.last = new Keyed("", mac("-"));
    }

    private Mac mac(String key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec((key + suffix).getBytes(StandardCharsets.UTF_8), algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** The code for a key: the same object as long as the key is the same, since a client rarely changes it. */
    Keyed with(String key) {
        Keyed keyed = last;
        if (!keyed.key.equals(key)) {
            keyed = new Keyed(key, mac(key));
            last = keyed;
        }
        return keyed;
    }

    /** Returns a new code, initialized with a key. */
    Mac copy(Keyed keyed) {
        try {
            return (Mac) keyed.mac.clone();
        } catch (CloneNotSupportedException e) { // hardware security providers
            return mac(keyed.key);
        }
    }
}
