/** Observations and meters of clients and receipts, for Micrometer. */
module io.github.alimsg.micrometer {
    requires transitive io.github.alimsg.core;
    requires transitive io.github.alimsg.receipts;
    requires transitive micrometer.commons;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.alimsg.micrometer;
}
