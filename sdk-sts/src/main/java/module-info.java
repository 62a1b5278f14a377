/** Temporary credentials from Alibaba Cloud Security Token Service (STS). */
module io.github.alimsg.sts {
    requires transitive io.github.alimsg.core;

    exports io.github.alimsg.sts;
    exports io.github.alimsg.sts.model;
}
