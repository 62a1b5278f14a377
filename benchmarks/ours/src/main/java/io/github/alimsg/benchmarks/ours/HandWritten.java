package io.github.alimsg.benchmarks.ours;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The limit: hand-written code for two calls with known parameters and without handling of failures. A keyed MAC that
 * is cloned for each thread, one encoder and one buffer per thread, a streaming parser.
 */
final class HandWritten {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(ISO_8859_1);
    private static final byte[] LOWER = "0123456789abcdef".getBytes(ISO_8859_1);
    private static final String NO_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String SIGNED_HEADERS =
            "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    private static final String VERSION = "2017-05-25";
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            PLAIN[c] = Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0;
        }
    }

    private final String host;
    private final String keyId;
    private final Mac sha256Mac;
    private final Mac sha1Mac;
    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(this::scratch);
    private final AtomicLong nonces = new AtomicLong(new SecureRandom().nextLong());
    private volatile Stamp stamp = new Stamp(0, "");

    private record Stamp(long second, String text) {}

    /** The variable parts of a request. */
    record Signed(String query, String date, String nonce, String authorization) {}

    HandWritten(String host, String keyId, String secret) {
        this.host = host;
        this.keyId = keyId;
        try {
            sha256Mac = Mac.getInstance("HmacSHA256");
            sha256Mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            sha1Mac = Mac.getInstance("HmacSHA1");
            sha1Mac.init(new SecretKeySpec((secret + "&").getBytes(UTF_8), "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Scratch {
        byte[] bytes = new byte[4096];
        int at;
        final MessageDigest sha256;
        final Mac sha256Mac;
        final Mac sha1Mac;

        Scratch(Mac sha256Mac, Mac sha1Mac) {
            this.sha256Mac = sha256Mac;
            this.sha1Mac = sha1Mac;
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        Scratch ascii(String text) {
            for (int i = 0; i < text.length(); i++) {
                bytes[at++] = (byte) text.charAt(i);
            }
            return this;
        }

        Scratch encoded(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    encoded(c);
                } else if (c < 0x800) {
                    encoded(0xc0 | c >> 6);
                    encoded(0x80 | c & 0x3f);
                } else {
                    encoded(0xe0 | c >> 12);
                    encoded(0x80 | c >> 6 & 0x3f);
                    encoded(0x80 | c & 0x3f);
                }
            }
            return this;
        }

        void encoded(int b) {
            if (b < 0x80 && PLAIN[b]) {
                bytes[at++] = (byte) b;
            } else {
                bytes[at++] = '%';
                bytes[at++] = HEX[b >> 4];
                bytes[at++] = HEX[b & 15];
            }
        }

        Scratch pair(String name, String value) {
            if (at > 0) {
                bytes[at++] = '&';
            }
            ascii(name);
            bytes[at++] = '=';
            return encoded(value);
        }

        void hex(byte[] binary) {
            for (byte b : binary) {
                bytes[at++] = LOWER[b >> 4 & 15];
                bytes[at++] = LOWER[b & 15];
            }
        }

        @SuppressWarnings("deprecation") // copies ASCII without decoding
        String text(int from) {
            return new String(bytes, 0, from, at - from);
        }
    }

    private String nonce() {
        long count = nonces.incrementAndGet();
        byte[] text = new byte[32];
        long random = System.nanoTime() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < 16; i++) {
            text[i] = LOWER[(int) (count >>> 4 * i) & 15];
            text[16 + i] = LOWER[(int) (random >>> 4 * i) & 15];
        }
        return new String(text, ISO_8859_1);
    }

    private String date() {
        long second = System.currentTimeMillis() / 1000;
        Stamp last = stamp;
        if (last.second != second) {
            last = new Stamp(second, Instant.ofEpochSecond(second).toString());
            stamp = last;
        }
        return last.text;
    }

    private Scratch scratch() {
        return new Scratch(copy(sha256Mac), copy(sha1Mac));
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Signed signed(String action, Scratch out, int queryEnd) {
        String date = date();
        String nonce = nonce();
        String query = out.text(0);
        MessageDigest sha256 = out.sha256;
        out.ascii("\nhost:")
                .ascii(host)
                .ascii("\nx-acs-action:")
                .ascii(action)
                .ascii("\nx-acs-content-sha256:" + NO_BODY + "\nx-acs-date:")
                .ascii(date)
                .ascii("\nx-acs-signature-nonce:")
                .ascii(nonce)
                .ascii("\nx-acs-version:" + VERSION + "\n\n" + SIGNED_HEADERS + "\n" + NO_BODY);
        sha256.update((byte) 'P');
        sha256.update((byte) 'O');
        sha256.update((byte) 'S');
        sha256.update((byte) 'T');
        sha256.update((byte) '\n');
        sha256.update((byte) '/');
        sha256.update((byte) '\n');
        sha256.update(out.bytes, 0, out.at);
        byte[] hash = sha256.digest();
        out.at = queryEnd;
        out.ascii("ACS3-HMAC-SHA256\n").hex(hash);
        Mac mac = out.sha256Mac;
        mac.update(out.bytes, queryEnd, out.at - queryEnd);
        hash = mac.doFinal();
        out.at = queryEnd;
        out.ascii("ACS3-HMAC-SHA256 Credential=")
                .ascii(keyId)
                .ascii(",SignedHeaders=" + SIGNED_HEADERS + ",Signature=")
                .hex(hash);
        return new Signed(query, date, nonce, out.text(queryEnd));
    }

    Signed send(String outId) {
        Scratch out = scratch.get();
        out.at = 0;
        out.pair("OutId", outId)
                .pair("PhoneNumbers", "15900000001")
                .pair("SignName", "阿里云短信测试")
                .pair("SmsUpExtendCode", "90999")
                .pair("TemplateCode", "SMS_154950909")
                .pair("TemplateParam", "{\"code\":\"123456\"}");
        return signed("SendSms", out, out.at);
    }

    Signed query() {
        Scratch out = scratch.get();
        out.at = 0;
        out.pair("CurrentPage", "1")
                .pair("PageSize", "50")
                .pair("PhoneNumber", "15900000001")
                .pair("SendDate", "20261120");
        return signed("QuerySendDetails", out, out.at);
    }

    /** SendSms with the older signature: the whole query. */
    String sendRpc(String outId) {
        Scratch out = scratch.get();
        out.at = 0;
        out.pair("AccessKeyId", keyId)
                .pair("Action", "SendSms")
                .pair("Format", "JSON")
                .pair("OutId", outId)
                .pair("PhoneNumbers", "15900000001")
                .pair("SignName", "阿里云短信测试")
                .pair("SignatureMethod", "HMAC-SHA1")
                .pair("SignatureNonce", nonce())
                .pair("SignatureVersion", "1.0")
                .pair("SmsUpExtendCode", "90999")
                .pair("TemplateCode", "SMS_154950909")
                .pair("TemplateParam", "{\"code\":\"123456\"}")
                .pair("Timestamp", date())
                .pair("Version", VERSION);
        int end = out.at;
        out.ascii("POST&%2F&");
        for (int i = 0; i < end; i++) {
            out.encoded(out.bytes[i]);
        }
        Mac mac = out.sha1Mac;
        mac.update(out.bytes, end, out.at - end);
        byte[] signature = Base64.getEncoder().encode(mac.doFinal());
        out.at = end;
        out.ascii("&Signature=");
        for (byte b : signature) {
            out.encoded(b);
        }
        return out.text(0);
    }

    /** The response to SendSms. */
    static final class Sent {
        @Nullable
        String code;

        @Nullable
        String message;

        @Nullable
        String requestId;

        @Nullable
        String bizId;
    }

    /** An entry of the response to QuerySendDetails. */
    static final class Detail {
        @Nullable
        String content;

        @Nullable
        String errCode;

        @Nullable
        String outId;

        @Nullable
        String phoneNum;

        @Nullable
        String receiveDate;

        @Nullable
        String sendDate;

        long sendStatus;

        @Nullable
        String templateCode;
    }

    /** The response to QuerySendDetails. */
    static final class Details {
        @Nullable
        String code;

        @Nullable
        String message;

        @Nullable
        String requestId;

        long totalCount;

        List<Detail> details = List.of();
    }

    /** The response to GetRCSSignature. */
    static final class Rcs {
        final String[] texts = new String[16];
        final long[] numbers = new long[2];
        boolean success;
        List<Registered> registered = List.of();
    }

    /** A result of registering. */
    static final class Registered {
        final String[] texts = new String[2];
        final long[] numbers = new long[2];
        List<Reason> reasons = List.of();
    }

    /** Why. */
    static final class Reason {
        @Nullable
        String code;

        List<String> texts = List.of();
    }

    static Sent readSent(byte[] json) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            var sent = new Sent();
            in.nextToken();
            for (String name; (name = in.nextFieldName()) != null; ) {
                switch (name) {
                    case "Code" -> sent.code = in.nextTextValue();
                    case "Message" -> sent.message = in.nextTextValue();
                    case "RequestId" -> sent.requestId = in.nextTextValue();
                    case "BizId" -> sent.bizId = in.nextTextValue();
                    default -> skip(in);
                }
            }
            return sent;
        }
    }

    private static void skip(JsonParser in) throws IOException {
        in.nextToken();
        in.skipChildren();
    }

    static Details readDetails(byte[] json) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            var details = new Details();
            in.nextToken();
            for (String name; (name = in.nextFieldName()) != null; ) {
                switch (name) {
                    case "Code" -> details.code = in.nextTextValue();
                    case "Message" -> details.message = in.nextTextValue();
                    case "RequestId" -> details.requestId = in.nextTextValue();
                    case "TotalCount" -> details.totalCount = in.nextLongValue(0);
                    case "SmsSendDetailDTOs" -> {
                        in.nextToken();
                        for (String inner; (inner = in.nextFieldName()) != null; ) {
                            if (inner.equals("SmsSendDetailDTO")) {
                                in.nextToken();
                                List<Detail> list = new ArrayList<>();
                                while (in.nextToken() == JsonToken.START_OBJECT) {
                                    list.add(readDetail(in));
                                }
                                details.details = list;
                            } else {
                                skip(in);
                            }
                        }
                    }
                    default -> skip(in);
                }
            }
            return details;
        }
    }

    private static Detail readDetail(JsonParser in) throws IOException {
        var detail = new Detail();
        for (String name; (name = in.nextFieldName()) != null; ) {
            switch (name) {
                case "Content" -> detail.content = in.nextTextValue();
                case "ErrCode" -> detail.errCode = in.nextTextValue();
                case "OutId" -> detail.outId = in.nextTextValue();
                case "PhoneNum" -> detail.phoneNum = in.nextTextValue();
                case "ReceiveDate" -> detail.receiveDate = in.nextTextValue();
                case "SendDate" -> detail.sendDate = in.nextTextValue();
                case "SendStatus" -> detail.sendStatus = in.nextLongValue(0);
                case "TemplateCode" -> detail.templateCode = in.nextTextValue();
                default -> skip(in);
            }
        }
        return detail;
    }

    static Rcs readRcs(byte[] json) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            var rcs = new Rcs();
            in.nextToken();
            for (String name; (name = in.nextFieldName()) != null; ) {
                switch (name) {
                    case "Code" -> rcs.texts[0] = in.nextTextValue();
                    case "Message" -> rcs.texts[1] = in.nextTextValue();
                    case "RequestId" -> rcs.texts[2] = in.nextTextValue();
                    case "Success" -> rcs.success = Boolean.TRUE.equals(in.nextBooleanValue());
                    case "Data" -> readRcsData(in, rcs);
                    default -> skip(in);
                }
            }
            return rcs;
        }
    }

    private static void readRcsData(JsonParser in, Rcs rcs) throws IOException {
        in.nextToken();
        for (String name; (name = in.nextFieldName()) != null; ) {
            switch (name) {
                case "BackgroundImage" -> rcs.texts[3] = in.nextTextValue();
                case "BubbleColor" -> rcs.texts[4] = in.nextTextValue();
                case "Category" -> rcs.numbers[0] = in.nextLongValue(0);
                case "ChatbotCode" -> rcs.texts[5] = in.nextTextValue();
                case "ChatbotName" -> rcs.texts[6] = in.nextTextValue();
                case "SignId" -> rcs.numbers[1] = in.nextLongValue(0);
                case "SignName" -> rcs.texts[7] = in.nextTextValue();
                case "RegisterResultList" -> {
                    in.nextToken();
                    List<Registered> list = new ArrayList<>();
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        list.add(readRegistered(in));
                    }
                    rcs.registered = list;
                }
                default -> skip(in);
            }
        }
    }

    private static Registered readRegistered(JsonParser in) throws IOException {
        var registered = new Registered();
        for (String name; (name = in.nextFieldName()) != null; ) {
            switch (name) {
                case "OperatorCode" -> registered.texts[0] = in.nextTextValue();
                case "ProductType" -> registered.numbers[0] = in.nextLongValue(0);
                case "RegisterCompleteTime" -> registered.texts[1] = in.nextTextValue();
                case "RegisterStatus" -> registered.numbers[1] = in.nextLongValue(0);
                case "RegisterStatusReasons" -> {
                    in.nextToken();
                    List<Reason> list = new ArrayList<>();
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        list.add(readReason(in));
                    }
                    registered.reasons = list;
                }
                default -> skip(in);
            }
        }
        return registered;
    }

    private static Reason readReason(JsonParser in) throws IOException {
        var reason = new Reason();
        for (String name; (name = in.nextFieldName()) != null; ) {
            switch (name) {
                case "ReasonCode" -> reason.code = in.nextTextValue();
                case "ReasonDescList" -> {
                    in.nextToken();
                    List<String> list = new ArrayList<>();
                    while (in.nextToken() == JsonToken.VALUE_STRING) {
                        list.add(in.getText());
                    }
                    reason.texts = list;
                }
                default -> skip(in);
            }
        }
        return reason;
    }

    /** The headers of a signed request, names and values in turn. */
    static List<String> headers(String action, Signed signed) {
        return Arrays.asList(
                "x-acs-action",
                action,
                "x-acs-content-sha256",
                NO_BODY,
                "x-acs-date",
                signed.date,
                "x-acs-signature-nonce",
                signed.nonce,
                "x-acs-version",
                VERSION,
                "Authorization",
                signed.authorization);
    }
}
