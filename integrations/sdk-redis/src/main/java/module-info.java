/** What the processes of an application share through Redis. */
module io.github.alimsg.redis {
    requires transitive io.github.alimsg.core;
    requires static transitive lettuce.core;
    requires static transitive redis.clients.jedis;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.alimsg.redis;
}
