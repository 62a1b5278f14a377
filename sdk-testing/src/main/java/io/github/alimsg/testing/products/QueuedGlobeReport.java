package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report on an international message in a queue: it does not name the task, by the vendor's pages. */
final class QueuedGlobeReport {
    /** The message type of reports on the China site, whose fields have other names. */
    private static final String CHINA_SITE = "GlobeSmsReport";

    private static final Map<String, String> NAMES_IN_CHINA = new LinkedHashMap<>();

    static {
        NAMES_IN_CHINA.put("To", "to");
        NAMES_IN_CHINA.put("Status", "status");
        NAMES_IN_CHINA.put("MessageId", "message_id");
        NAMES_IN_CHINA.put("SendDate", "send_date");
        NAMES_IN_CHINA.put("ReceiveDate", "receive_date");
        NAMES_IN_CHINA.put("ErrorCode", "error_code");
        NAMES_IN_CHINA.put("ErrorDescription", "error_description");
    }

    private QueuedGlobeReport() {}

    /**
     * Makes it of one that is posted.
     *
     * @param type the message type of the queue
     */
    static ObjectNode of(ObjectNode posted, String type) {
        if (!type.equals(CHINA_SITE) || !posted.has("MessageId")) {
            posted.remove("TaskId");
            return posted;
        }
        ObjectNode queued = Receipt.fields();
        NAMES_IN_CHINA.forEach((name, there) -> {
            JsonNode value = posted.get(name);
            if (value != null) {
                queued.set(there, value);
            }
        });
        return queued;
    }
}
