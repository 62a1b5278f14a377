package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Customization.Success;
import io.github.alimsg.codegen.input.Metadata.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation.
 *
 * @param name its name at the service
 * @param method the client's method
 * @param text what it does
 * @param deprecated what to use instead; null when it is not deprecated
 * @param effect what it does to the world: a constant of the engine's {@code Effect}
 * @param callsPerSecond its documented limit; 0 when there is none
 * @param message what it sends and to whom; null when it sends nothing
 * @param messageIds the fields of its response that name what was sent, from the top down, the first with a value first
 * @param success where its answer says whether it succeeded
 * @param permission the permission it needs; null when none is documented
 * @param errorCodes the error codes to expect
 * @param request its request
 * @param parameters how the request's fields are sent, in the order of {@code request}'s fields
 * @param response its response
 * @param pager how it returns a list page by page; null when it does not
 * @param strictFields dotted wire names of the response's fields that decide what happens next, and of the fields that
 *     contain them
 * @param compounds methods of the request's builder that set several fields at once
 * @param example lines of Java that call it; null when there are none
 */
public record OperationModel(
        String name,
        String method,
        String text,
        @Nullable String deprecated,
        String effect,
        int callsPerSecond,
        @Nullable Message message,
        List<List<FieldModel>> messageIds,
        Success success,
        @Nullable String permission,
        List<String> errorCodes,
        OwnerModel request,
        List<ParameterModel> parameters,
        OwnerModel response,
        @Nullable PagerModel pager,
        List<String> strictFields,
        List<CompoundModel> compounds,
        @Nullable String example) {

    /**
     * How a field of a request is sent.
     *
     * @param field the field
     * @param inForm whether it is in the body's form rather than the query
     * @param style how it is written when it is a structure
     */
    public record ParameterModel(FieldModel field, boolean inForm, Style style) {}

    /** {@return the request's class} */
    public String requestName() {
        return request.top().name();
    }

    /** {@return the response's class} */
    public String responseName() {
        return response.top().name();
    }

    /** {@return whether a call without parameters makes sense} */
    public boolean needsNothing() {
        return request.top().fields().stream().noneMatch(FieldModel::required);
    }
}
