package io.github.alimsg.examples.orders;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.SendChatappMessageResponse;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeResponse;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.receipts.DeliveryState;
import org.springframework.stereotype.Component;

/**
 * Sends a chat message, and a text message in its place only when the chat message is certain not to arrive.
 *
 * <table>
 *   <caption>What follows a chat message</caption>
 *   <tr><th>chat message</th><th>text message</th></tr>
 *   <tr><td>accepted</td><td>no; yes when a receipt says that it failed</td></tr>
 *   <tr><td>refused</td><td>yes</td></tr>
 *   <tr><td>not sent</td><td>no: the same chat message is sent later, so a text message would be the second one</td></tr>
 *   <tr><td>unknown</td><td>never: it may have arrived. The receipt tells, and then the lines above count</td></tr>
 * </table>
 *
 * <p>Each message has a key of its own, so it goes out at most once however often this is called, and by whom.
 */
@Component
class ChatThenSms {
    private final Once once;
    private final CamsClient cams;
    private final DysmsInternationalClient sms;

    ChatThenSms(Once once, CamsClient cams, DysmsInternationalClient sms) {
        this.once = once;
        this.cams = cams;
        this.sms = sms;
    }

    /** What to say. Called once a send, on the client that is given. */
    interface Notice {
        SendChatappMessageResponse chat(CamsClient cams);

        SendMessageToGlobeResponse sms(DysmsInternationalClient sms);
    }

    /** Sends on one channel, unless it was sent before. */
    Sent<?> send(NoticeKey key, Notice notice) {
        return key.channel() == Channel.SMS
                ? once.send(key.toString(), sms, notice::sms)
                : once.send(key.toString(), cams, notice::chat);
    }

    /** Says whether a text message may follow what became of sending the chat message. */
    static boolean mayFollow(KeyState chat) {
        return chat == KeyState.REFUSED;
    }

    /** Says whether a text message may follow what a receipt says of the chat message. */
    static boolean mayFollow(DeliveryState chat) {
        return chat == DeliveryState.FAILED;
    }
}
