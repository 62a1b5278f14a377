/** FakeCloud as a program, with a page that shows the messages it was sent. */
module io.github.alimsg.inbox {
    requires com.fasterxml.jackson.databind;
    requires io.github.alimsg.cams;
    requires io.github.alimsg.dysms;
    requires io.github.alimsg.sts;
    requires transitive io.github.alimsg.testing;
    requires java.management;
    requires jdk.httpserver;
    requires jdk.management;
    requires okhttp3.tls;
    requires static transitive org.jspecify;

    exports io.github.alimsg.inbox;
}
