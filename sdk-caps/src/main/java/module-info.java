/** Caps on sends, as a guard for every client. */
module io.github.alimsg.caps {
    requires transitive io.github.alimsg.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.alimsg.caps;
}
