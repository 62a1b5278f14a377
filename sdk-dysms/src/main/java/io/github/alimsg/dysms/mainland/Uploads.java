package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.core.upload.UploadGrant;
import io.github.alimsg.core.upload.UploadedFile;
import io.github.alimsg.dysms.mainland.model.UploadPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Uploads of files to the object storage (OSS) of mainland China SMS: asks for a signed policy, then posts the file as
 * a form with it, read from disk while it is sent. {@link UploadedFile#key()} is what the operations call a file key, a
 * file path or an OSS key.
 *
 * <p>Names may have letters a to z, digits, dots, dashes and underscores; a second file of the same name replaces the
 * first, so put something unique into it. A file is stored whole or not at all; a failed upload is repeated by the
 * client's retry policy, with a new upload policy each time.
 *
 * <p>Every method throws {@link io.github.alimsg.core.error.SdkException} when permission is refused or the file could
 * not be stored, {@link java.io.UncheckedIOException} when the file cannot be read or changes while it is sent, and
 * {@link IllegalArgumentException}, before anything is sent, when name, type or size violate what the vendor documents.
 */
public final class Uploads {
    private static final long MB = 1 << 20;

    /** The size limit of every documented policy. */
    private static final long POLICY_BYTES = 1_048_576_000;

    private static final UploadRules QUALIFICATION =
            new UploadRules("qualification file", List.of("jpg", "jpeg", "png", "gif", "doc", "docx", "pdf"), 5 * MB);
    private static final UploadRules MATERIAL = new UploadRules(
            "file about a signature or template", List.of("jpg", "jpeg", "png", "doc", "docx", "pdf"), POLICY_BYTES);
    private static final UploadRules CARD_IMAGE = new UploadRules("card image", List.of("jpg", "jpeg", "png"), 2 * MB);
    private static final UploadRules SMALL_CARD_IMAGE =
            new UploadRules("small card image", List.of("jpg", "jpeg", "png"), 100 * 1024);
    private static final UploadRules CARD_VIDEO = new UploadRules("card video", List.of("mp4"), POLICY_BYTES);

    private final DysmsMainlandClient sms;
    private final ClientCore core;

    Uploads(DysmsMainlandClient sms, ClientCore core) {
        this.sms = sms;
        this.core = core;
    }

    /**
     * Uploads a document of a qualification, a letter of authorization, a trademark or an app registration: jpg, jpeg,
     * png, gif, doc, docx or pdf, at most 5 MB.
     *
     * @param file the file
     * @return the file; its key is for {@code SubmitSmsQualification}, {@code CreateSmsAuthorizationLetter}, {@code
     *     CreateSmsTrademark} and {@code CreateSmsAppIcpRecord}
     */
    public UploadedFile uploadQualificationFile(Path file) {
        return uploadQualificationFile(FileUpload.of(file));
    }

    /**
     * Uploads the same with its own name, listener or timeout.
     *
     * @param file the file
     * @return the file; its key is for {@code SubmitSmsQualification} and others
     */
    public UploadedFile uploadQualificationFile(FileUpload file) {
        QUALIFICATION.check(file);
        return UploadGrant.upload(core, file, limit -> {
            var answer = sms.withOptions(o -> o.timeout(limit)).getQualificationOssInfo(r -> r.bizType("dysms"));
            return grant("GetQualificationOssInfo", answer, answer.data());
        });
    }

    /**
     * Uploads material that explains a signature or a template to its reviewers: jpg, jpeg, png, doc, docx or pdf. The
     * only documented size limit is that of the policy, 1,048,576,000 bytes.
     *
     * @param file the file
     * @return the file; its key is an entry of {@code MoreData} in {@code CreateSmsSign}, {@code CreateSmsTemplate} and
     *     their updates
     */
    public UploadedFile uploadSignatureOrTemplateFile(Path file) {
        return uploadSignatureOrTemplateFile(FileUpload.of(file));
    }

    /**
     * Uploads the same with its own name, listener or timeout.
     *
     * @param file the file
     * @return the file; its key is an entry of {@code MoreData}
     */
    public UploadedFile uploadSignatureOrTemplateFile(FileUpload file) {
        MATERIAL.check(file);
        return UploadGrant.upload(core, file, limit -> {
            var answer = sms.withOptions(o -> o.timeout(limit)).getOSSInfoForUploadFile(r -> r.bizType("fcMediaSms"));
            return grant("GetOSSInfoForUploadFile", answer, answer.model());
        });
    }

    /**
     * Uploads an image or a video of a card message: jpg, jpeg or png of at most 2 MB, or mp4.
     *
     * @param file the file
     * @return the file; its key and size are for {@code GetMediaResourceId}
     */
    public UploadedFile uploadCardMedia(Path file) {
        return uploadCardMedia(FileUpload.of(file));
    }

    /**
     * Uploads the same with its own name, listener or timeout.
     *
     * @param file the file
     * @return the file; its key and size are for {@code GetMediaResourceId}
     */
    public UploadedFile uploadCardMedia(FileUpload file) {
        boolean video = file.name().length() > 4
                && file.name().regionMatches(true, file.name().length() - 4, ".mp4", 0, 4);
        return uploadCardMedia(file, video ? CARD_VIDEO : CARD_IMAGE);
    }

    /**
     * Uploads a small image of a card message: jpg, jpeg or png, at most 100 KB.
     *
     * @param file the file
     * @return the file; its key and size are for {@code GetMediaResourceId}
     */
    public UploadedFile uploadSmallCardImage(FileUpload file) {
        return uploadCardMedia(file, SMALL_CARD_IMAGE);
    }

    private UploadedFile uploadCardMedia(FileUpload file, UploadRules rules) {
        rules.check(file);
        return UploadGrant.upload(core, file, limit -> {
            var answer = sms.withOptions(o -> o.timeout(limit)).getOSSInfoForCardTemplate();
            return grant("GetOSSInfoForCardTemplate", answer, answer.data());
        });
    }

    private static UploadGrant grant(String operation, SdkResponse answer, @Nullable UploadPolicy policy) {
        UploadPolicy granted = Objects.requireNonNullElseGet(
                policy, () -> UploadPolicy.builder().build());
        return UploadGrant.of(operation, answer)
                .host(granted.host())
                .directory(granted.startPath())
                .underPolicy(granted.accessKeyId(), granted.policy(), granted.signature());
    }
}
