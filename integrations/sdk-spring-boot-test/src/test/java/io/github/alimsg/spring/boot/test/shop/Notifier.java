package io.github.alimsg.spring.boot.test.shop;

import io.github.alimsg.dysms.international.DysmsInternationalClient;
import org.springframework.stereotype.Service;

/** Sends messages. */
@Service
class Notifier {
    static final String SMS = "SendMessageToGlobe";
    static final String NUMBER = "6281234567890";

    private final DysmsInternationalClient sms;

    Notifier(DysmsInternationalClient sms) {
        this.sms = sms;
    }

    void shipped(String order) {
        sms.sendMessageToGlobe(m -> m.to(NUMBER).message("Shipped.").taskId(order));
    }
}
