package io.github.alimsg.dysms.international.receipt;

import java.time.ZoneOffset;

/** The zone of times that name none. */
final class Beijing {
    /** By convention: the vendor does not say which zone it is. */
    static final ZoneOffset TIME = ZoneOffset.ofHours(8);

    private Beijing() {}
}
