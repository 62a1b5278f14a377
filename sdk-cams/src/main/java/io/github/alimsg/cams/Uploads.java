package io.github.alimsg.cams;

import io.github.alimsg.cams.model.GetChatappUploadAuthorizationResponse;
import io.github.alimsg.cams.model.GetChatappUploadAuthorizationResponse.UploadAuthorization;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.core.upload.UploadGrant;
import io.github.alimsg.core.upload.UploadedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Uploads of files to the object storage (OSS) of CAMS: asks for permission by {@code GetChatappUploadAuthorization},
 * then stores the file by one signed request, read from disk while it is sent.
 *
 * <p>A file is stored whole or not at all, and nothing refers to it until an operation names it, such as {@code
 * SubmitIsvCustomerTerms}. A failed upload is therefore repeated by the client's retry policy, with a new permission
 * each time. Transfers go through the client's connections.
 */
public final class Uploads {
    private final CamsClient cams;
    private final ClientCore core;

    Uploads(CamsClient cams, ClientCore core) {
        this.cams = cams;
        this.core = core;
    }

    /**
     * Uploads a file from disk under its own name.
     *
     * @param custSpaceId the customer's space
     * @param file the file
     * @return the file to name in {@code SubmitIsvCustomerTerms} and others
     * @throws io.github.alimsg.core.error.SdkException when permission is refused or the file could not be stored
     * @throws java.io.UncheckedIOException when the file cannot be read, or changes while it is sent
     * @throws IllegalArgumentException when its name cannot be used, or it has more than 5 GiB
     */
    public UploadedFile upload(String custSpaceId, Path file) {
        return upload(custSpaceId, FileUpload.of(file));
    }

    /**
     * Uploads content in memory.
     *
     * @param custSpaceId the customer's space
     * @param content the bytes
     * @param name its name, such as {@code isvTerms.pdf}
     * @return the file to name in {@code SubmitIsvCustomerTerms} and others
     * @throws io.github.alimsg.core.error.SdkException when permission is refused or the file could not be stored
     * @throws IllegalArgumentException when the name cannot be used
     */
    public UploadedFile upload(String custSpaceId, byte[] content, String name) {
        return upload(custSpaceId, FileUpload.of(content, name));
    }

    /**
     * Uploads a file. CAMS documents no limits of size or type; the object storage takes up to 5 GiB in one request.
     *
     * @param custSpaceId the customer's space
     * @param file the file, with its name, a listener for its progress, and a timeout
     * @return the file to name in {@code SubmitIsvCustomerTerms} and others
     * @throws io.github.alimsg.core.error.SdkException when permission is refused or the file could not be stored
     * @throws java.io.UncheckedIOException when the file cannot be read, or changes while it is sent
     * @throws IllegalArgumentException when it has more than 5 GiB
     */
    public UploadedFile upload(String custSpaceId, FileUpload file) {
        Objects.requireNonNull(custSpaceId, "custSpaceId");
        return UploadGrant.upload(core, file, limit -> authorization(custSpaceId, limit));
    }

    private UploadGrant authorization(String custSpaceId, Duration limit) {
        GetChatappUploadAuthorizationResponse answer =
                cams.withOptions(o -> o.timeout(limit)).getChatappUploadAuthorization(r -> r.custSpaceId(custSpaceId));
        UploadAuthorization data = Objects.requireNonNullElseGet(
                answer.data(), () -> UploadAuthorization.builder().build());
        return UploadGrant.of("GetChatappUploadAuthorization", answer)
                .host(data.endPoint())
                .bucket(data.bucketName())
                .directory(data.dir())
                .signedBy(data.accessKeyId(), data.accessKeySecret(), data.securityToken());
    }
}
