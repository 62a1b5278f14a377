import io.github.alimsg.core.credentials.RoleAssumer;
import io.github.alimsg.sts.internal.StsRoleAssumer;

/** Temporary credentials from Alibaba Cloud Security Token Service (STS). */
module io.github.alimsg.sts {
    requires transitive io.github.alimsg.core;

    exports io.github.alimsg.sts;
    exports io.github.alimsg.sts.model;

    provides RoleAssumer with
            StsRoleAssumer;
}
