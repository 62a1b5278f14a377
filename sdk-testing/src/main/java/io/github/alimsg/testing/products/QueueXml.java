package io.github.alimsg.testing.products;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okio.ByteString;

/** What queues (SMQ, formerly MNS) write and read, in XML. */
public final class QueueXml {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://mns.aliyuncs.com/doc/v1/\"";
    private static final String HANDLES = "ReceiptHandles";
    private static final String HANDLE = "ReceiptHandle";

    private QueueXml() {}

    /** One message, as it is received or looked at alone. */
    public static String message(QueueMessage message) {
        return HEAD + message(message, NAMESPACE);
    }

    /** Messages, as they are received or looked at together. */
    public static String messages(List<QueueMessage> messages) {
        StringBuilder inside = new StringBuilder();
        messages.forEach(message -> inside.append(message(message, "")));
        return document("Messages", inside.toString());
    }

    private static String message(QueueMessage message, String namespace) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("MessageId", message.id());
        if (message.handle() != null) {
            fields.put(HANDLE, message.handle());
        }
        fields.put(
                "MessageBodyMD5",
                ByteString.encodeUtf8(message.body()).md5().hex().toUpperCase(Locale.ROOT));
        fields.put("MessageBody", message.body());
        fields.put("EnqueueTime", message.enqueuedAt().toEpochMilli());
        if (message.handle() != null) {
            fields.put("NextVisibleTime", message.visibleAt().toEpochMilli());
        }
        Instant first = message.firstReceivedAt();
        fields.put("FirstDequeueTime", (first == null ? message.enqueuedAt() : first).toEpochMilli());
        fields.put("DequeueCount", message.dequeueCount());
        fields.put("Priority", 8);
        return "<Message" + namespace + ">" + elements(fields) + "</Message>";
    }

    /** The new handle of a message, and when it can be received again. */
    public static String changedVisibility(QueueMessage message) {
        return document(
                "ChangeVisibility",
                elements(Map.of(HANDLE, String.valueOf(message.handle())))
                        + elements(Map.of("NextVisibleTime", message.visibleAt().toEpochMilli())));
    }

    /**
     * An error.
     *
     * @param host the host that was called
     */
    public static String error(String code, String message, String requestId, String host) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Code", code);
        fields.put("Message", message);
        fields.put("RequestId", requestId);
        fields.put("HostId", "http://" + host);
        return document("Error", elements(fields));
    }

    /**
     * One of several handles that could not be deleted.
     *
     * @param handle the handle
     * @param code why, as a code
     * @param message why, in words
     */
    public record NotDeleted(String handle, String code, String message) {}

    /** Handles that could not be deleted. */
    public static String notDeleted(List<NotDeleted> all) {
        StringBuilder inside = new StringBuilder();
        for (NotDeleted one : all) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("ErrorCode", one.code);
            fields.put("ErrorMessage", one.message);
            fields.put(HANDLE, one.handle);
            inside.append("<Error>").append(elements(fields)).append("</Error>");
        }
        return document("Errors", inside.toString());
    }

    /**
     * What a queue says about itself.
     *
     * @param name its name
     * @param created when it was made
     * @param numbers its other fields
     */
    public static String attributes(String name, Instant created, Map<String, Long> numbers) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("QueueName", name);
        fields.put("CreateTime", created.getEpochSecond());
        fields.put("LastModifyTime", created.getEpochSecond());
        fields.putAll(numbers);
        return document("Queue", elements(fields));
    }

    private static String document(String root, String inside) {
        return HEAD + "<" + root + NAMESPACE + ">" + inside + "</" + root + ">";
    }

    private static String elements(Map<String, ?> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append('<')
                .append(name)
                .append('>')
                .append(escaped(value.toString()))
                .append("</")
                .append(name)
                .append('>'));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }

    /** An id, of a message or of a request. */
    public static String newId() {
        return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /**
     * Reads the handles that are to be deleted.
     *
     * @throws XMLStreamException when it is something else
     */
    public static List<String> handles(ByteString body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body.toByteArray()));
        xml.nextTag();
        xml.require(XMLStreamConstants.START_ELEMENT, null, HANDLES);
        List<String> handles = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            xml.require(XMLStreamConstants.START_ELEMENT, null, HANDLE);
            handles.add(xml.getElementText().strip());
        }
        return handles;
    }
}
