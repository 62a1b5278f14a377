/** Sends at most once for an idempotency key, across crashes and processes. */
module io.github.alimsg.once {
    requires transitive io.github.alimsg.core;
    requires transitive io.github.alimsg.receipts;
    requires transitive java.sql;
    requires org.apache.commons.codec;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.alimsg.once;
    exports io.github.alimsg.once.campaign;
    exports io.github.alimsg.once.jdbc;
    exports io.github.alimsg.once.store;
}
