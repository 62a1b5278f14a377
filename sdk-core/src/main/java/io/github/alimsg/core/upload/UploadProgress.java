package io.github.alimsg.core.upload;

/** Is told how far an upload has come, on the thread that uploads. */
@FunctionalInterface
public interface UploadProgress {
    /**
     * Called after every 64 KiB or so, and after the last byte. The count begins anew when an upload that broke is
     * repeated. What it throws ends the upload and reaches the caller: a way to give up.
     *
     * @param sent how many bytes of the file were handed to the network so far
     * @param total how many there are
     */
    void sent(long sent, long total);
}
