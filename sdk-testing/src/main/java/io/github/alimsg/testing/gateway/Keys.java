package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.credentials.Credentials;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The access keys that the fake knows. */
public final class Keys {
    private record Key(Credentials credentials, boolean active, boolean expired) {}

    private final Map<String, Key> keys = new ConcurrentHashMap<>();

    public void accept(Credentials credentials) {
        keys.put(credentials.accessKeyId(), new Key(credentials, true, false));
    }

    /** Makes up a temporary key that is valid until then, and accepts it. */
    public Credentials acceptTemporary(Instant end) {
        String unique = UUID.randomUUID().toString().replace("-", "");
        var credentials = Credentials.temporary(
                "STS.Fake" + unique.substring(0, 17),
                "FakeTemporarySecret" + unique.substring(17),
                "CAISFakeToken+/" + unique + "==",
                end);
        accept(credentials);
        return credentials;
    }

    public void revoke(String accessKeyId) {
        if (keys.remove(accessKeyId) == null) {
            throw unknown(accessKeyId);
        }
    }

    public void deactivate(String accessKeyId) {
        change(accessKeyId, new Key(known(accessKeyId).credentials, false, false));
    }

    public void expire(String accessKeyId) {
        Key key = known(accessKeyId);
        if (key.credentials.securityToken() == null) {
            throw new IllegalArgumentException(accessKeyId + " is a lasting key, which never expires; revoke it");
        }
        change(accessKeyId, new Key(key.credentials, true, true));
    }

    void clear() {
        keys.clear();
    }

    private void change(String accessKeyId, Key key) {
        keys.put(accessKeyId, key);
    }

    private Key known(String accessKeyId) {
        Key key = keys.get(accessKeyId);
        if (key == null) {
            throw unknown(accessKeyId);
        }
        return key;
    }

    private static IllegalArgumentException unknown(String accessKeyId) {
        return new IllegalArgumentException("the fake does not know the key " + accessKeyId);
    }

    /** Why a caller may not come in with this key and token; null when it may. */
    public @Nullable Refusal refusal(String accessKeyId, @Nullable String securityToken, Instant now) {
        Key key = keys.get(accessKeyId);
        if (key == null || key.credentials.securityToken() != null && securityToken == null) {
            return Refusal.unknownKey(unknownKey(accessKeyId, key != null));
        }
        if (!key.active) {
            return new Refusal(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.")
                    .because("the key was deactivated");
        }
        if (!Objects.equals(key.credentials.securityToken(), securityToken)) {
            return new Refusal(
                            403,
                            "InvalidSecurityToken.MismatchWithAccessKey",
                            "Specified SecurityToken mismatch with the AccessKey.")
                    .because("the security token belongs to another key");
        }
        Instant expiration = key.credentials.expiration();
        if (key.expired || expiration != null && !now.isBefore(expiration)) {
            return Refusal.expiredToken(
                    key.expired ? "the key was made to expire" : "the key was valid until " + expiration);
        }
        return null;
    }

    /** Of a key that is not ours only the beginning is shown: it may be a real one. */
    private static String unknownKey(String accessKeyId, boolean isTemporary) {
        return isTemporary
                ? "the access key " + shown(accessKeyId) + " is a temporary one, and the call has no security token"
                : "the access key " + shown(accessKeyId) + " is not one of those that are accepted here";
    }

    /** The beginning of a key's id. */
    public static String shown(String accessKeyId) {
        return accessKeyId.substring(0, Math.min(4, accessKeyId.length())) + "…";
    }

    /** The secrets of all keys but one, by key id. */
    public Map<String, String> otherSecrets(@Nullable String accessKeyId) {
        Map<String, String> secrets = new TreeMap<>();
        keys.forEach((id, key) -> {
            if (!id.equals(accessKeyId)) {
                secrets.put(id, key.credentials.accessKeySecret());
            }
        });
        return secrets;
    }

    /** The secret of a key; null when it is not known. */
    public @Nullable String secret(String accessKeyId) {
        Key key = keys.get(accessKeyId);
        return key == null ? null : key.credentials.accessKeySecret();
    }
}
