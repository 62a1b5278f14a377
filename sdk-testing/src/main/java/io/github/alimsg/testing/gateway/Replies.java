package io.github.alimsg.testing.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.wire.SuccessRule;
import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the replies of the fake: successes from examples, and failures as gateway and products have them. */
final class Replies {
    static final String REQUEST_ID = "x-acs-request-id";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalog catalog;
    private final Templates templates;
    private final ReplyFields others;
    private volatile boolean errorsAsXml;

    Replies(Catalog catalog, Templates templates, ReplyFields others) {
        this.catalog = catalog;
        this.templates = templates;
        this.others = others;
    }

    void errorsAsXml(boolean xml) {
        errorsAsXml = xml;
    }

    /** An id for a reply. */
    static String newRequestId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    /** Fields of an answer as JSON. */
    static ObjectNode fields(Map<String, ?> fields) {
        return JSON.valueToTree(fields);
    }

    /** The usual answer, with some of its fields replaced; a refusal when the call does not fit its template. */
    WireReply success(Call call, ObjectNode fields) {
        Templates.Mismatch mismatch = templates.refusal(call.operation(), call.parameters());
        if (mismatch != null) {
            return businessFailure(call, mismatch.code(), mismatch.message());
        }
        String requestId = newRequestId();
        Catalog.Known known = catalog.find(call.operation(), call.version());
        ObjectNode answer;
        if (known != null) {
            answer = known.examples().of(known.operation(), requestId);
        } else {
            answer = inEveryProductsFields(JSON.createObjectNode().put("RequestId", requestId), "OK", "OK");
        }
        answer.setAll(fields(others.of(call, fields)));
        answer.setAll(fields(templates.fields(call.operation(), call.parameters())));
        answer.setAll(fields);
        return WireReply.json(200, answer.toString()).withHeader(REQUEST_ID, requestId);
    }

    /** A failure that arrives in HTTP 200, in the envelope of the operation; in the fields of every product for an unknown one. */
    WireReply businessFailure(Call call, String code, String message) {
        String requestId = newRequestId();
        ObjectNode answer = JSON.createObjectNode().put("RequestId", requestId);
        Catalog.Known known = catalog.find(call.operation(), call.version());
        if (known == null) {
            inEveryProductsFields(answer, code, message);
        } else {
            var rule = known.operation().successRule();
            String codeField = rule.codeField();
            answer.put(codeField == null ? "Code" : codeField, code).put(rule.messageField(), message);
        }
        return WireReply.json(200, answer.toString()).withHeader(REQUEST_ID, requestId);
    }

    private static ObjectNode inEveryProductsFields(ObjectNode answer, String code, String message) {
        for (SuccessRule rule : Products.successRules()) {
            answer.put(rule.codeField(), code).put(rule.messageField(), message);
        }
        return answer;
    }

    /** A refusal by the gateway, in JSON or XML. */
    WireReply refusal(Refusal refusal, String host, boolean xmlWanted) {
        WireReply reply = gatewayError(refusal.status(), refusal.code(), refusal.message(), host, xmlWanted, null);
        Duration retryAfter = refusal.retryAfter();
        return retryAfter == null ? reply : reply.withHeader("x-acs-retry-after", Long.toString(retryAfter.toMillis()));
    }

    /** A denial by RAM, with the object that explains it. */
    WireReply denial(Call call, String action) {
        ObjectNode detail = JSON.createObjectNode()
                .put("PolicyType", "AccountLevelIdentityBasedPolicy")
                .put("AuthPrincipalOwnerId", "100000000000****")
                .put("AuthPrincipalType", "SubUser")
                .put("AuthPrincipalDisplayName", "20000000000000****")
                .put("NoPermissionType", "ImplicitDeny")
                .put("AuthAction", action)
                .put("EncodedDiagnosticMessage", "AQFakeDiagnosticMessage");
        return gatewayError(
                403,
                "NoPermission",
                "User not authorized to operate on the specified resource.",
                call.host(),
                false,
                detail);
    }

    private WireReply gatewayError(
            int status,
            String code,
            String message,
            String host,
            boolean xmlWanted,
            @Nullable ObjectNode deniedDetail) {
        String requestId = newRequestId();
        String recommend = "https://api.aliyun.com/troubleshoot?q=" + URLEncoder.encode(code, StandardCharsets.UTF_8)
                + "&requestId=" + requestId;
        if (deniedDetail == null && (errorsAsXml || xmlWanted)) {
            String xml = "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>" + requestId + "</RequestId><HostId>"
                    + escaped(host) + "</HostId><Code>" + escaped(code) + "</Code><Message>" + escaped(message)
                    + "</Message><Recommend><![CDATA[" + recommend + "]]></Recommend></Error>";
            return WireReply.xml(status, xml).withHeader(REQUEST_ID, requestId);
        }
        ObjectNode answer = JSON.createObjectNode()
                .put("RequestId", requestId)
                .put("HostId", host)
                .put("Code", code)
                .put("Message", message)
                .put("Recommend", recommend);
        if (deniedDetail != null) {
            answer.set("AccessDeniedDetail", deniedDetail);
        }
        return WireReply.json(status, answer.toString()).withHeader(REQUEST_ID, requestId);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What a proxy in front of the gateway says when it cannot reach it. */
    static WireReply proxyFailure(int status) {
        return WireReply.html(
                status,
                "<html>\r\n<head><title>" + status + "</title></head>\r\n<body>\r\n<center><h1>" + status
                        + "</h1></center>\r\n<hr><center>Tengine</center>\r\n</body>\r\n</html>\r\n");
    }
}
