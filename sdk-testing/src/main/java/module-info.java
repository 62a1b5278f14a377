/** An in-process endpoint that stands in for Alibaba Cloud in tests, and its JUnit extension. */
module io.github.alimsg.testing {
    requires transitive io.github.alimsg.core;
    requires transitive io.github.alimsg.receipts;
    requires com.fasterxml.jackson.databind;
    requires java.logging;
    requires java.xml;
    requires jdk.httpserver;
    requires mockwebserver3;
    requires okhttp3;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;

    exports io.github.alimsg.testing;
}
