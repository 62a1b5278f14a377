/**
 * Sends at most once for an idempotency key, across crashes and processes; and what processes share through a database:
 * seen receipts, caps, turns.
 */
module io.github.alimsg.once {
    requires transitive io.github.alimsg.core;
    requires transitive io.github.alimsg.receipts;
    requires transitive java.sql;
    requires org.apache.commons.codec;
    requires org.slf4j;
    // Not transitive: an application that is a module would need it to compile.
    requires static io.github.alimsg.caps;
    requires static transitive org.jspecify;

    exports io.github.alimsg.once;
    exports io.github.alimsg.once.campaign;
    exports io.github.alimsg.once.jdbc;
    exports io.github.alimsg.once.store;
}
