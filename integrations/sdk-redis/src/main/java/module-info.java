/** What the processes of an application share through Redis. */
module io.github.alimsg.redis {
    requires transitive io.github.alimsg.core;
    // Not transitive: an application that is a module would need all of them to compile.
    requires static io.github.alimsg.caps;
    requires static io.github.alimsg.receipts;
    requires static lettuce.core;
    requires static redis.clients.jedis;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.alimsg.redis;
}
