package io.github.alimsg.it.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Bodies of the shapes that are documented, with values of our own. */
final class Bodies {
    static final String STATUS_TEMPLATE = """
            [{"Status":"Failed","ErrorDescription":"131026:cannot be delivered to 6281277700123",
              "MsgFrameType":"template","TaskId":"order-4711","From":"6281100000001","Timestamp":1795255200000,
              "OriginPhoneNumber":"6281100000001","TemplateCode":"820500000000000001","Type":"TEMPLATE",
              "Language":"id","TemplateName":"order_update","To":"6281277700123","ErrorCode":"131026",
              "MessageId":"2026112100000000001"}]
            """;
    static final String STATUS_MESSAGE = """
            [{"Status":"Read","StatusDescription":"read","MsgFrameType":"message","Type":"INTERACTIVE",
              "TaskId":"2026112100000000002","From":"6281100000001","To":"6281277700123",
              "Timestamp":"1795255201000","OriginPhoneNumber":"6281100000001","MessageId":"2026112100000000002",
              "ConversationId":"c-77","ConversationType":"utility","ConversationExpirationTime":1795341600000,
              "FromUserId":"ID.1001","FromParentUserId":"ID.1000","FromUserName":"ayu.k"}]
            """;
    static final String INBOUND_TEXT = """
            [{"MessageId":"in-1","From":"6281277700123","To":"6281100000001","DisplayName":"Ayu K.",
              "Type":"TEXT","Message":"Is it {on} its way?","Timestamp":1795255202000,"Name":"ayu"},
             {"MessageId":"in-2","From":"+6281277700124","To":"+6281100000001","DisplayName":"Budi",
              "Type":"TEXT","Message":"Thank you","Timestamp":1795255203000,"Name":"budi"}]
            """;
    /** A trailing space in a key, line breaks inside a text, a comma after the last field: as published. */
    static final String INBOUND_AUDIO = """
            [{"MessageId":"in-3","CustSpaceId":"cams-8c8example","From":"+6281277700123","DisplayName":"Ayu K.",
              "NoticeType":"inbound","To":"+6281100000001","Type":"AUDIO",
              "Message":"{
                \\"filename\\":\\"note.ogg\\",
                \\"animated\\":false,
                \\"id\\":\\"771\\",
                \\"mimeType\\":\\"audio/ogg\\",
                \\"url\\":\\"https://media.example/771.ogg\\"
              }","Timestamp ":1795255204000,"Name":"ayu","WabaId":"95270000000233",}]
            """;

    static final String INBOUND_IMAGE = inbound(
            "IMAGE",
            "{\\\"caption\\\":\\\"my door\\\",\\\"id\\\":\\\"772\\\",\\\"mimeType\\\":\\\"image/jpeg\\\","
                    + "\\\"url\\\":\\\"https://media.example/772.jpg\\\"}");
    static final String INBOUND_VIDEO = inbound(
            "VIDEO",
            "{\\\"name\\\":\\\"the yard\\\",\\\"id\\\":\\\"773\\\",\\\"mimeType\\\":\\\"video/mp4\\\","
                    + "\\\"url\\\":\\\"https://media.example/773.mp4\\\"}");
    static final String INBOUND_DOCUMENT = inbound(
            "DOCUMENT",
            "{\\\"name\\\":\\\"a bill\\\",\\\"fileName\\\":\\\"bill.pdf\\\",\\\"id\\\":774,"
                    + "\\\"mimeType\\\":\\\"application/pdf\\\",\\\"url\\\":\\\"https://media.example/774.pdf\\\"}");
    static final String INBOUND_LOCATION = inbound(
            "LOCATION",
            "{\\\"address\\\":\\\"Jalan Contoh 1\\\",\\\"latitude\\\":-6.2000,"
                    + "\\\"longitude\\\":\\\"106.8166\\\",\\\"name\\\":\\\"Home\\\"}");
    static final String INBOUND_REPLY =
            inbound("REPLY", "{\\\"text\\\":\\\"Confirm\\\",\\\"payload\\\":\\\"confirm-4711\\\"}");
    static final String INBOUND_CONTACTS = inbound(
            "CONTACTS",
            "[{\\\"name\\\":{\\\"formatted_name\\\":\\\"Citra D.\\\"},\\\"phones\\\":"
                    + "[{\\\"phone\\\":\\\"+6281277700125\\\",\\\"type\\\":\\\"CELL\\\"}]},"
                    + "{\\\"name\\\":\\\"Dewi\\\"}]");
    static final String AUDIT_V1 = """
            [{"WabaId":"95270000000233","TemplateCode":"744c4b5c","Language":"en_US","AuditStatus":"fail",
              "Reason":"names a competitor"},
             {"WabaId":"95270000000233","TemplateCode":"744c4b5d","Language":"en_US","AuditStatus":"unaudit",
              "Reason":""}]
            """;
    static final String AUDIT_V2 = """
            [{"WabaId":"95270000000233","Type":"phoneQualityUpdate","PhoneNumber":"6281100000001",
              "Status":"YELLOW","CurrentLimit":"TIER_1K","SomethingNew":{"Deep":[1,2]}}]
            """;
    static final String MAINLAND_REPORT = """
            [{"phone_number":"13800001111","send_time":"2026-11-21 18:00:00","report_time":"2026-11-21 18:00:05",
              "success":true,"err_code":"DELIVERED","err_msg":"delivered","sms_size":"1",
              "biz_id":"932702304080415357","out_id":"order-4711"}]
            """;
    static final String MAINLAND_UP = """
            [{"phone_number":"13800001111","send_time":"2026-11-21 18:01:00","content":"TD","sign_name":"Example",
              "dest_code":"1001","sequence_id":1234567890}]
            """;
    static final String MAINLAND_SIGN = """
            [{"sign_source":"the name of a shop","reason":"no licence","sign_name":"Example","orderId":"10000001",
              "sign_status":"rejected","remark":"for orders","sign_scene":"notices",
              "create_date":"2026-11-20 09:00:00"}]
            """;
    static final String MAINLAND_TEMPLATE = """
            [{"template_type":"notice","reason":"","template_name":"order","orderId":"10000002",
              "template_content":"Your order ${id} is on its way","template_status":"approved","remark":"for orders",
              "template_code":"SMS_100000001","create_date":"2026-11-20 09:00:01"}]
            """;
    static final String GLOBE_HTTP = """
            [{"To":"85212345678","SendDate":"Sat, 21 Nov 2026 18:00:00 +0800",
              "ReceiveDate":"Sat, 21 Nov 2026 18:00:33 +0800","Status":"1","ErrorCode":"success",
              "ErrorDescription":"success","TaskId":"order-4711","SmsSize":"2","MessageId":"1234500001"}]
            """;
    static final String GLOBE_QUEUE = """
            {"to":"85212345678","status":"2","message_id":"1234500002",
             "send_date":"Sat, 21 Nov 2026 18:00:00 +0800","receive_date":"Sat, 21 Nov 2026 18:00:33 +0800",
             "error_code":"UNDELIVERED","error_description":"switched off"}
            """;
    static final String MAINLAND_BY_GLOBE = """
            {"PhoneNumber":"8613800001111","SendStatus":3,"BizId":"1234500003","ExternalId":"order-4712",
             "SendDate":"2026-11-21 18:00:00","ReceiveDate":"2026-11-21 18:00:09","ErrorCode":"DELIVERED",
             "ErrorMessage":"delivered","SmsQuantity":"1"}
            """;

    static final List<String> CAMS = List.of(
            STATUS_TEMPLATE,
            STATUS_MESSAGE,
            INBOUND_TEXT,
            INBOUND_AUDIO,
            INBOUND_IMAGE,
            INBOUND_VIDEO,
            INBOUND_DOCUMENT,
            INBOUND_LOCATION,
            INBOUND_REPLY,
            INBOUND_CONTACTS,
            AUDIT_V1,
            AUDIT_V2);
    static final List<String> MAINLAND = List.of(MAINLAND_REPORT, MAINLAND_UP, MAINLAND_SIGN, MAINLAND_TEMPLATE);
    static final List<String> GLOBE = List.of(GLOBE_HTTP, GLOBE_QUEUE, MAINLAND_BY_GLOBE);

    private Bodies() {}

    private static String inbound(String type, String escapedMessage) {
        return "[{\"MessageId\":\"in-" + type + "\",\"From\":\"6281277700123\",\"To\":\"6281100000001\","
                + "\"Timestamp\":1795255205000,\"Type\":\"" + type + "\",\"Message\":\"" + escapedMessage + "\"}]";
    }

    static byte[] bytes(String body) {
        return body.getBytes(UTF_8);
    }
}
