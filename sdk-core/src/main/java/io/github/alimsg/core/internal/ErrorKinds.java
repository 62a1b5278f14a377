package io.github.alimsg.core.internal;

import io.github.alimsg.core.error.ErrorKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sorts error codes into categories: codes of the gateway by name, then by pattern, then by HTTP status. */
public final class ErrorKinds {
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

    private ErrorKinds() {}

    /**
     * The category of a code.
     *
     * @param code the service's code
     * @param status HTTP status of the answer
     * @param product codes of the product
     */
    public static ErrorKind of(String code, int status, Map<String, ErrorKind> product) {
        if (isThrottling(code) || status == 429) {
            return ErrorKind.THROTTLING;
        }
        String bare = withoutPrefix(code);
        ErrorKind known = null;
        for (String spelling : List.of(code, bare, "isv." + bare, "isp." + bare)) {
            known = known == null ? product.get(spelling) : known;
        }
        if (known == null) {
            known = GATEWAY.get(bare);
        }
        return known != null ? known : byPattern(bare, status);
    }

    /** Whether a code says that there were too many calls, which is said before any work is done. */
    private static boolean isThrottling(String code) {
        String bare = withoutPrefix(code);
        return bare.contains("Throttling") || bare.equals("System.LimitControl") || bare.equals("QPS_LIMIT_CONTROL");
    }

    /** Documentation writes many codes both with and without the prefix that says whose fault it is. */
    private static String withoutPrefix(String code) {
        return code.startsWith("isv.") || code.startsWith("isp.") ? code.substring(4) : code;
    }

    private static ErrorKind byPattern(String code, int status) {
        if (isQuota(code)) {
            return ErrorKind.QUOTA;
        }
        if (code.startsWith("InvalidAccessKeyId") || code.startsWith("InvalidSecurityToken")) {
            return ErrorKind.AUTHENTICATION;
        }
        if (code.startsWith("Forbidden") || code.startsWith("NoPermission") || code.contains("PermissionDeny")) {
            return ErrorKind.PERMISSION;
        }
        if (code.endsWith("NotFound") || code.endsWith("NotExist")) {
            return ErrorKind.NOT_FOUND;
        }
        if (code.startsWith("Missing")
                || code.startsWith("Invalid")
                || code.toUpperCase(Locale.ROOT).endsWith("_ILLEGAL")) {
            return ErrorKind.VALIDATION;
        }
        if (status >= 500 || code.startsWith("SystemError") || code.startsWith("SYSTEM_ERROR")) {
            return ErrorKind.SERVER_FAULT;
        }
        return switch (status) {
            case 401 -> ErrorKind.AUTHENTICATION;
            case 403 -> ErrorKind.PERMISSION;
            case 404 -> ErrorKind.NOT_FOUND;
            case 408 -> ErrorKind.SERVER_FAULT;
            case 413, 414, 431 -> ErrorKind.VALIDATION; // too large: turned away at the door, before anyone acted on it
            default -> ErrorKind.UNKNOWN;
        };
    }

    private static boolean isQuota(String code) {
        return code.contains("BUSINESS_LIMIT") || code.endsWith("_LIMIT_CONTROL") && !code.startsWith("BLACK_KEY");
    }
}
