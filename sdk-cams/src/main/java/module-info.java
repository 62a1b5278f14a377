/** WhatsApp, Messenger, Instagram and Viber messages through Alibaba Cloud Chat App Message Service (CAMS). */
module io.github.alimsg.cams {
    requires transitive io.github.alimsg.core;
    requires transitive io.github.alimsg.receipts;

    exports io.github.alimsg.cams;
    exports io.github.alimsg.cams.content;
    exports io.github.alimsg.cams.model;
    exports io.github.alimsg.cams.receipt;
}
