package io.github.alimsg.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The replies of the service, and the values of the requests. */
public final class Replies {
    /** The id in the small reply. */
    public static final String BIZ_ID = "900619746936498440^0";

    /** The number of entries of the large reply. */
    public static final int ENTRIES = 50;

    private static final byte[] SMALL =
            ("{\"Message\":\"OK\",\"RequestId\":\"F655A8D5-B967-440B-8683-DAD6FF8DE990\",\"BizId\":\"" + BIZ_ID
                            + "\",\"Code\":\"OK\"}")
                    .getBytes(UTF_8);
    private static final byte[] LARGE = large();
    private static final byte[] DEEP = deep();

    private Replies() {}

    /** The reply to SendSms: four fields. Shared and read-only. */
    public static byte[] small() {
        return SMALL;
    }

    /** The reply to QuerySendDetails: fifty entries. Shared and read-only. */
    public static byte[] sendDetails() {
        return LARGE;
    }

    /** The reply to GetRCSSignature: lists in objects in lists. Shared and read-only. */
    public static byte[] rcsSignature() {
        return DEEP;
    }

    private static byte[] large() {
        var json = new StringBuilder(
                "{\"TotalCount\":50,\"Message\":\"OK\","
                        + "\"RequestId\":\"819BE656-D2E0-4858-8B21-B2E477085AAF\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[");
        for (int i = 0; i < ENTRIES; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"ErrCode\":\"DELIVERED\",\"TemplateCode\":\"SMS_15255")
                    .append(1000 + i)
                    .append("\",\"OutId\":\"order-")
                    .append(100000 + i)
                    .append("\",\"ReceiveDate\":\"2026-01-08 16:44:13\",\"SendDate\":\"2026-01-08 16:44:10\","
                            + "\"PhoneNum\":\"1520000")
                    .append(1000 + i)
                    .append("\",\"Content\":\"【阿里云】验证码为：123456，您正在登录，若非本人操作，请勿泄露。\",\"SendStatus\":3}");
        }
        return json.append("]},\"Code\":\"OK\"}").toString().getBytes(UTF_8);
    }

    private static byte[] deep() {
        var json = new StringBuilder("{\"AccessDeniedDetail\":\"None\",\"Message\":\"OK\","
                + "\"RequestId\":\"25D5AFDE-8EBC-132E-8909-1FDC071DA717\",\"Success\":true,\"Data\":{"
                + "\"BackgroundImage\":\"https://example.invalid/background.png\",\"BubbleColor\":\"#FF00FF\","
                + "\"Category\":3,\"ChatbotCode\":\"bot-1\",\"ChatbotName\":\"Example\",\"SignId\":4711,"
                + "\"SignName\":\"示例\",\"RegisterResultList\":[");
        for (int i = 0; i < 6; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"OperatorCode\":\"mobile\",\"ProductType\":1,\"RegisterCompleteTime\":"
                            + "\"2026-01-08 16:44:13\",\"RegisterStatus\":2,\"RegisterStatusReasons\":[");
            for (int j = 0; j < 3; j++) {
                json.append(j == 0 ? "" : ",")
                        .append("{\"ReasonCode\":\"CODE_")
                        .append(j)
                        .append("\",\"ReasonDescList\":[\"one reason\",\"and another\"]}");
            }
            json.append("]}");
        }
        return json.append("]},\"Code\":\"OK\"}").toString().getBytes(UTF_8);
    }
}
