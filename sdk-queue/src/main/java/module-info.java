/** Receipts and inbound messages from the service's queues. */
module io.github.alimsg.queue {
    requires java.xml;
    requires org.slf4j;
    requires transitive io.github.alimsg.core;
    requires transitive io.github.alimsg.receipts;

    exports io.github.alimsg.queue;
    exports io.github.alimsg.queue.token;
    exports io.github.alimsg.queue.token.model;
}
