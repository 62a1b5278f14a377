package io.github.alimsg.it.faults;

/** What can happen to one request, and whether the service has acted on it by then. */
enum Fault {
    NONE(660, Acted.YES),
    DELAY(20, Acted.YES),
    EXTRA_INTERIM_ANSWER(5, Acted.YES),
    CLOSE_AFTER_ANSWER(10, Acted.YES),
    CLOSE_WHILE_IDLE(15, Acted.YES),

    RESET_BEFORE_LAST_BYTE(20, Acted.NO),
    RESET_AFTER_LAST_BYTE(15, Acted.YES),
    CLOSE_WITHOUT_ANSWER(15, Acted.YES),
    STALL(12, Acted.YES),
    CUT_IN_HEAD(10, Acted.YES),
    CUT_IN_BODY(10, Acted.YES),
    RESET_IN_BODY(10, Acted.YES),
    DRIP_SLOWLY(10, Acted.YES),
    DRIP_WITHOUT_END(4, Acted.YES),
    LENGTH_TOO_LONG(8, Acted.YES),
    LENGTH_TOO_SHORT(8, Acted.YES),
    GARBAGE(20, Acted.YES),
    HTML_IN_200(8, Acted.MAYBE),
    HUGE_WITH_LENGTH(3, Acted.YES),
    HUGE_IN_CHUNKS(3, Acted.YES),
    FAILURE_IN_200(10, Acted.NO),

    STATUS_301(4, Acted.NO),
    STATUS_302(4, Acted.NO),
    STATUS_307(4, Acted.NO),
    STATUS_308(4, Acted.NO),
    STATUS_400(8, Acted.NO),
    STATUS_408(10, Acted.MAYBE),
    /** Seldom: each slows the client down, as it should, and this suite is not about pace. */
    STATUS_429(2, Acted.NO),
    STATUS_429_RETRY_AFTER(1, Acted.NO),
    STATUS_500(10, Acted.MAYBE),
    STATUS_502(10, Acted.MAYBE),
    STATUS_503(10, Acted.MAYBE),
    STATUS_503_RETRY_AT_ONCE(10, Acted.MAYBE),
    STATUS_503_RETRY_LATER(5, Acted.MAYBE),
    STATUS_504(10, Acted.MAYBE),

    /** These four happen to connections, not to requests. */
    RESET_ON_ACCEPT(0, Acted.NO),
    REFUSED_FOR_A_WHILE(0, Acted.NO),
    NOT_ACCEPTED_FOR_A_WHILE(0, Acted.NO),
    IDLE_CLOSED_AT_ONCE(0, Acted.NO);

    /** Whether the service has acted on the request when it fails like this. */
    enum Acted {
        YES,
        NO,
        MAYBE
    }

    /** How often, against the others. */
    final int weight;

    final Acted acted;

    Fault(int weight, Acted acted) {
        this.weight = weight;
        this.acted = acted;
    }

    /** The HTTP status it stands for; 0 when it stands for none. */
    int status() {
        return name().startsWith("STATUS_") ? Integer.parseInt(name().substring(7, 10)) : 0;
    }
}
