package io.github.alimsg.testing.products;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an access key may do: store objects in a directory until it ends.
 *
 * @param accessKeyId the key's id
 * @param secret its secret
 * @param token its token; null when it goes with a policy
 * @param bucket the bucket
 * @param directory the directory in it
 * @param end when it ends
 * @param validity how long it was valid in all
 * @param address where to upload: the storage for a key with a token, the bucket for one with a policy
 * @param policy what a form may upload, in Base64
 * @param signature the policy's signature
 */
public record UploadGrant(
        String accessKeyId,
        String secret,
        @Nullable String token,
        String bucket,
        String directory,
        Instant end,
        Duration validity,
        URI address,
        String policy,
        String signature) {

    /** Shows no secret. */
    @Override
    public String toString() {
        return "UploadGrant[" + accessKeyId + "]";
    }
}
