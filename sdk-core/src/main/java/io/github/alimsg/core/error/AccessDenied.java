package io.github.alimsg.core.error;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why RAM denied a call. A field is null when the service does not say.
 *
 * @param action the action that was denied, such as {@code cams:SendChatappMessage}
 * @param principalType kind of the caller, such as {@code SubUser}
 * @param policyType kind of the policy that decided, such as {@code AccountLevelIdentityBasedPolicy}
 * @param noPermissionType {@code ImplicitDeny} (nothing allows it) or {@code ExplicitDeny} (a policy forbids it)
 * @param diagnosticMessage encoded text that RAM's DecodeDiagnosticMessage explains
 *
 * @serial exclude
 */
public record AccessDenied(
        @Nullable String action,
        @Nullable String principalType,
        @Nullable String policyType,
        @Nullable String noPermissionType,
        @Nullable String diagnosticMessage)
        implements Serializable {

    /**
     * Reads the object that the service includes in a denial.
     *
     * @param fields its fields by name
     * @return the details; null when it has none of the known fields
     */
    public static @Nullable AccessDenied of(Map<String, String> fields) {
        var denied = new AccessDenied(
                fields.get("AuthAction"),
                fields.get("AuthPrincipalType"),
                fields.get("PolicyType"),
                fields.get("NoPermissionType"),
                fields.get("EncodedDiagnosticMessage"));
        return denied.equals(new AccessDenied(null, null, null, null, null)) ? null : denied;
    }
}
