package io.github.alimsg.queue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about failures when the application does not say: a line each, since nothing else would show them. The
 * lines have no message of an exception, because handlers may put personal data into theirs.
 */
final class DefaultListeners {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptQueue.class);

    private DefaultListeners() {}

    static void warn(QueueFailure failure) {
        LOG.warn(
                "not handled, comes again in {} s; set onFailure to learn why: {}",
                failure.retryDelay().toSeconds(),
                failure);
    }

    static void warn(QueueStatus status) {
        LOG.warn("{} {}", status.isRunning() ? "polls fail, and go on:" : "no longer polled:", status);
    }
}
