/** The engine of the SDK: signing, credentials, endpoints, transport, repeats, pacing, errors and JSON. */
module io.github.alimsg.core {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.apache.commons.codec;
    requires java.xml;
    requires org.slf4j;
    requires transitive okhttp3;
    requires static transitive org.jspecify;

    exports io.github.alimsg.core;
    exports io.github.alimsg.core.batch;
    exports io.github.alimsg.core.credentials;
    exports io.github.alimsg.core.error;
    exports io.github.alimsg.core.guard;
    exports io.github.alimsg.core.http;
    exports io.github.alimsg.core.intercept;
    exports io.github.alimsg.core.lookup;
    exports io.github.alimsg.core.okhttp;
    exports io.github.alimsg.core.pacing;
    exports io.github.alimsg.core.retry;
    exports io.github.alimsg.core.spi;
    exports io.github.alimsg.core.template;
    exports io.github.alimsg.core.time;
    exports io.github.alimsg.core.upload;
    exports io.github.alimsg.core.wire;

    uses io.github.alimsg.core.credentials.RoleAssumer;
}
