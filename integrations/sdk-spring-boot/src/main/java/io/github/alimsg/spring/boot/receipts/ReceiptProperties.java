package io.github.alimsg.spring.boot.receipts;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** Settings of receipts. */
@ConfigurationProperties("alimsg.receipts")
final class ReceiptProperties {
    /**
     * Path that the service posts receipts to, with a part that nobody can guess, such as /hooks/${ALIMSG_HOOK_SECRET}.
     * The product follows it: /cams, /sms-international or /sms-mainland.
     */
    private @Nullable String path;

    /** Largest body that is read. */
    private DataSize maxBodySize = DataSize.ofMegabytes(1);

    public @Nullable String getPath() {
        return path;
    }

    public void setPath(@Nullable String path) {
        this.path = path;
    }

    public DataSize getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(DataSize maxBodySize) {
        this.maxBodySize = maxBodySize;
    }
}
