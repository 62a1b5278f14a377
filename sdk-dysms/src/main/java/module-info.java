/** Text messages through Alibaba Cloud Short Message Service: international, and mainland China. */
module io.github.alimsg.dysms {
    requires transitive io.github.alimsg.core;
    requires transitive io.github.alimsg.receipts;

    exports io.github.alimsg.dysms;
    exports io.github.alimsg.dysms.international;
    exports io.github.alimsg.dysms.international.model;
    exports io.github.alimsg.dysms.international.receipt;
    exports io.github.alimsg.dysms.mainland;
    exports io.github.alimsg.dysms.mainland.model;
    exports io.github.alimsg.dysms.mainland.receipt;
}
