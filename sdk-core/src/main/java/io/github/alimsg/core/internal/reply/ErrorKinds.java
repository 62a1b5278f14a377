package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.wire.Product;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sorts failures into categories, and with that decides which of them are repeated. In this order:
 *
 * <ol>
 *   <li>HTTP 429 or a code of throttling, with whatever status: {@link ErrorKind#THROTTLING}. The call was refused before
 *       any work, so it has taken no effect and is repeated whatever it does.
 *   <li>A code that is documented, of the product or else of the gateway, or has the form of one, again of the product or
 *       else of the gateway: the category of that code. A hint of the gateway to wait changes nothing: what refuses a
 *       number or a balance refuses it later as well.
 *   <li>A code that nobody knows, or none, with HTTP 2xx or 4xx and the gateway's own hint to wait, {@code
 *       x-acs-retry-after}: throttling under another name. Not with HTTP 408, which says that the service gave up on a
 *       request it had begun to read.
 *   <li>Anything else: by HTTP status.
 * </ol>
 *
 * <p>With HTTP 5xx no hint makes throttling of a failure. It sets how long to wait before a repeat, where one is harmless;
 * a send may have gone out and is not repeated. The gateway's hint alone counts above, because the other headers come with
 * any reply: that a window is used up says nothing of why this call failed.
 *
 * @param documented categories of the codes that the product documents
 * @param forms patterns of the product's other codes, by category
 */
public record ErrorKinds(Map<String, ErrorKind> documented, Map<ErrorKind, Pattern> forms) {
    private static final Map<String, ErrorKind> GATEWAY = Map.ofEntries(
            Map.entry("InvalidTimeStamp.Expired", ErrorKind.CLOCK),
            Map.entry("InvalidTimeStamp.Format", ErrorKind.CLOCK),
            Map.entry("IllegalTimestamp", ErrorKind.CLOCK),
            Map.entry("SignatureDoesNotMatch", ErrorKind.SIGNATURE),
            Map.entry("IncompleteSignature", ErrorKind.SIGNATURE),
            Map.entry("InvalidSignatureMethod", ErrorKind.SIGNATURE),
            Map.entry("SignatureNonceUsed", ErrorKind.SIGNATURE),
            Map.entry("InsufficientBalance", ErrorKind.BALANCE),
            Map.entry("ActionUnauthorized", ErrorKind.PERMISSION),
            Map.entry("NoPermission", ErrorKind.PERMISSION),
            Map.entry("ServiceUnavailable", ErrorKind.SERVER_FAULT),
            Map.entry("InternalError", ErrorKind.SERVER_FAULT),
            Map.entry("ServiceUnavailableTemporary", ErrorKind.SERVER_FAULT),
            Map.entry("NoSuchVersion", ErrorKind.VALIDATION),
            Map.entry("UnsupportedHTTPMethod", ErrorKind.VALIDATION));

    /** The categories of a product's codes. */
    static ErrorKinds of(Product product) {
        return new ErrorKinds(product.errorKinds(), product.errorForms());
    }

    /**
     * The category of a failure.
     *
     * @param code the service's code; null when the reply has none
     * @param status HTTP status of the reply
     * @param hinted whether the gateway says how long to wait
     */
    public ErrorKind of(@Nullable String code, int status, boolean hinted) {
        if (status == 429 || code != null && isThrottling(code)) {
            return ErrorKind.THROTTLING;
        }
        ErrorKind known = code == null ? null : ofDocumented(code);
        if (known == null && code != null) {
            known = byForm(withoutPrefix(code));
        }
        if (known != null) {
            return known;
        }
        boolean refused = status >= 200 && status < 300 || status >= 400 && status < 500 && status != 408;
        return hinted && refused ? ErrorKind.THROTTLING : byStatus(status);
    }

    /**
     * Whether documentation has a code, with or without its prefix.
     *
     * @param code the service's code
     */
    public boolean isDocumented(String code) {
        return ofDocumented(code) != null;
    }

    private @Nullable ErrorKind ofDocumented(String code) {
        String bare = withoutPrefix(code);
        for (String spelling : List.of(code, bare, "isv." + bare, "isp." + bare)) {
            ErrorKind kind = documented.get(spelling);
            if (kind != null) {
                return kind;
            }
        }
        return GATEWAY.get(bare);
    }

    private static boolean isThrottling(String code) {
        String bare = withoutPrefix(code);
        return bare.contains("Throttling") || bare.equals("System.LimitControl");
    }

    /** Documentation writes many codes both with and without the prefix that says whose fault it is. */
    private static String withoutPrefix(String code) {
        return code.startsWith("isv.") || code.startsWith("isp.") ? code.substring(4) : code;
    }

    private @Nullable ErrorKind byForm(String code) {
        for (ErrorKind kind : ErrorKind.values()) {
            Pattern form = forms.get(kind);
            if (form != null && form.matcher(code).matches()) {
                return kind;
            }
        }
        return byFormOfGateway(code);
    }

    private static @Nullable ErrorKind byFormOfGateway(String code) {
        if (code.startsWith("InvalidAccessKeyId") || code.startsWith("InvalidSecurityToken")) {
            return ErrorKind.AUTHENTICATION;
        }
        if (code.startsWith("Forbidden") || code.startsWith("NoPermission")) {
            return ErrorKind.PERMISSION;
        }
        if (code.endsWith("NotFound") || code.endsWith("NotExist")) {
            return ErrorKind.NOT_FOUND;
        }
        return code.startsWith("Missing") || code.startsWith("Invalid") ? ErrorKind.VALIDATION : null;
    }

    private static ErrorKind byStatus(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTHENTICATION;
            case 403 -> ErrorKind.PERMISSION;
            case 404 -> ErrorKind.NOT_FOUND;
            case 408 -> ErrorKind.SERVER_FAULT;
            case 413, 414, 431 -> ErrorKind.VALIDATION; // too large: turned away at the door, before anyone acted on it
            default -> status >= 500 ? ErrorKind.SERVER_FAULT : ErrorKind.UNKNOWN;
        };
    }
}
