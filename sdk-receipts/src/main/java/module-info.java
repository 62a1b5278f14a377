/** Receipts and inbound messages that the service posts: reads them and hands each to its handler. Makes no call. */
module io.github.alimsg.receipts {
    requires transitive io.github.alimsg.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.apache.commons.codec;

    exports io.github.alimsg.receipts;
}
