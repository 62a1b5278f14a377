package io.github.alimsg.it;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.upload.UploadedFile;
import java.net.URI;
import java.nio.file.Path;

/** Uploads one file in a JVM of its own, for {@link UploadHeapTest}. */
final class LargeUpload {
    private LargeUpload() {}

    /**
     * Uploads.
     *
     * @param arguments endpoint, id and secret of the access key, the file
     */
    public static void main(String... arguments) {
        try (CamsClient cams = CamsClient.builder()
                .endpoint(URI.create(arguments[0]))
                .credentials(CredentialsProviders.fixed(Credentials.of(arguments[1], arguments[2])))
                .build()) {
            UploadedFile uploaded = cams.uploads().upload("cams-1", Path.of(arguments[3]));
            System.out.println(
                    uploaded.size() + " bytes, heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        }
    }
}
