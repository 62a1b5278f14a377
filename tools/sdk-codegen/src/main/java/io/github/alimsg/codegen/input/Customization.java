package io.github.alimsg.codegen.input;

import io.github.alimsg.core.wire.MessageFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata does not say.
 *
 * @param product names of the product
 * @param endpoints hosts beyond the metadata's own
 * @param success where a reply says whether the call succeeded
 * @param successByStatus operations whose replies have no code
 * @param effects what each operation does to the world: a constant of the engine's {@code Effect}
 * @param limits documented calls per second
 * @param areas the operations by area, in display order
 * @param permissions how permissions are named; null when nothing is documented
 * @param errors documented error codes by operation
 * @param errorKinds categories of error codes: constants of the engine's {@code ErrorKind}
 * @param errorForms patterns of codes that are not documented, by category
 * @param quotaWindows patterns that name the window of a used-up quota, by the window
 * @param homeNumbers patterns of phone numbers that are written without their calling code, by that code
 * @param messages what operations send and to whom, by operation
 * @param names Java names of what objects and lists of objects hold
 * @param fieldNames Java names of fields
 * @param methodNames Java names of operations
 * @param unwrap objects in responses that are left out in Java, their only member in their place
 * @param shared classes of objects that several requests and responses share though their fields differ
 * @param valueTypes open value types by name
 * @param valueFields the fields that hold a value type
 * @param types types that replace the metadata's
 * @param phoneNumbers fields of requests that hold phone numbers, and how they are written
 * @param deprecatedFields what to use instead of a field
 * @param deprecatedOperations what to use instead of an operation
 * @param sensitive fields whose values are never shown
 * @param pagers the operations that return lists page by page
 * @param strict the fields of an operation's response that decide what happens next, besides those of its pager
 * @param helpers hand-written classes that the client offers, by the name of its method
 * @param compounds methods of requests' builders that set several fields at once, by operation
 */
public record Customization(
        Product product,
        Endpoints endpoints,
        Success success,
        Set<String> successByStatus,
        Map<String, String> effects,
        Map<String, Integer> limits,
        List<Area> areas,
        @Nullable Permissions permissions,
        Map<String, List<String>> errors,
        Map<String, String> errorKinds,
        Map<String, String> errorForms,
        Map<Duration, String> quotaWindows,
        Map<String, String> homeNumbers,
        Map<String, Message> messages,
        SelectorTable<String> names,
        SelectorTable<String> fieldNames,
        Map<String, String> methodNames,
        SelectorTable<Boolean> unwrap,
        Map<String, SourcePosition> shared,
        Map<String, ValueType> valueTypes,
        SelectorTable<ValueField> valueFields,
        SelectorTable<FieldType> types,
        SelectorTable<PhoneStyle> phoneNumbers,
        SelectorTable<String> deprecatedFields,
        Map<String, String> deprecatedOperations,
        SelectorTable<Boolean> sensitive,
        Map<String, Pager> pagers,
        Map<String, List<Strict>> strict,
        Map<String, Helper> helpers,
        Map<String, List<Compound>> compounds) {

    /**
     * The names of the product.
     *
     * @param client the client's class
     * @param packageName the client's package
     * @param title the product's display name
     * @param defaultRegion the region when none is set
     * @param phoneForm a hand-written class in the model package that writes phone numbers as only this product wants
     *     them; null when there is none
     */
    public record Product(
            String client,
            String packageName,
            String title,
            String defaultRegion,
            @Nullable String phoneForm) {}

    /**
     * Hosts beyond the metadata's own.
     *
     * @param other host of every region that is not listed
     * @param regions hosts by region, which win over the metadata's
     * @param vpc hosts inside a virtual private cloud, by region
     */
    public record Endpoints(String other, Map<String, String> regions, Map<String, String> vpc) {}

    /**
     * Where a reply says whether the call succeeded.
     *
     * @param code the field with the code; null when the HTTP status says it
     * @param message the field that explains a failure
     */
    public record Success(@Nullable String code, String message) {}

    /**
     * A group of operations.
     *
     * @param id its short name
     * @param client the name of its interface when given; null to derive it
     * @param title its name for people
     * @param operations its operations, in display order
     * @param position where it is
     */
    public record Area(
            String id, @Nullable String client, String title, List<String> operations, SourcePosition position) {}

    /**
     * How permissions are named.
     *
     * @param prefix what precedes an operation's name
     * @param none operations that need no permission
     * @param other permissions with other names, by operation
     */
    public record Permissions(String prefix, Set<String> none, Map<String, String> other) {}

    /**
     * An open value type.
     *
     * @param name its Java name
     * @param doc what it is
     * @param values its documented values
     * @param inUpperCase whether some fields want it in upper case
     * @param position its position
     */
    public record ValueType(
            String name, String doc, List<Value> values, boolean inUpperCase, SourcePosition position) {}

    /**
     * A field that holds a value type.
     *
     * @param type the type's name
     * @param inUpperCase whether the field wants it in upper case
     */
    public record ValueField(String type, boolean inUpperCase) {}

    /**
     * A documented value.
     *
     * @param wire the text on the wire
     * @param name its Java name when given; null to derive it
     * @param text what it means
     * @param position its position
     */
    public record Value(String wire, @Nullable String name, String text, SourcePosition position) {
        /** {@return whether it is a whole number of 64 bits} */
        public boolean isNumber() {
            try {
                return Long.toString(Long.parseLong(wire)).equals(wire);
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /**
     * A hand-written class in the client's package that the client offers by a method.
     *
     * @param type its simple name; its constructor takes the client and the engine
     * @param text what it does
     * @param operations the operations that it builds on
     * @param position its position
     */
    public record Helper(String type, String text, List<String> operations, SourcePosition position) {}

    /**
     * What an operation sends, to whom. Paths are wire names: a parameter, or a member of a list's items.
     *
     * @param to the recipients; null when the request names none
     * @param form how they are written
     * @param sender who sends; null when the request does not say
     * @param text the text or content; null when there is none
     * @param template the template's code; null when there is none
     * @param values the template's values by name; null when there are none
     * @param category the purpose of the message; null when the request does not say
     * @param ownId the parameter that callers choose and that comes back in receipts; null when there is none
     * @param ids dotted paths in the response of what names the message or the request, the first that has a value
     *     counts; empty when nothing does
     * @param position its position
     */
    public record Message(
            @Nullable String to,
            MessageFacts.Form form,
            @Nullable String sender,
            @Nullable String text,
            @Nullable String template,
            @Nullable String values,
            @Nullable String category,
            @Nullable String ownId,
            List<String> ids,
            SourcePosition position) {}

    /** How pages follow each other. */
    public enum PagerStyle {
        /** Pages are numbered. */
        NUMBER,
        /** Each page has the token of the next. */
        TOKEN,
        /** Everything is returned at once. */
        SINGLE
    }

    /**
     * How an operation returns a list page by page. Paths are dotted wire names.
     *
     * @param name the client's method when given; null to derive it
     * @param style how pages follow each other
     * @param page request: the page's number
     * @param size request: how many items a page has
     * @param items response: the items
     * @param total response: how many there are in all
     * @param token request: the page's token
     * @param next response: the next page's token
     * @param defaultSize size of a page when the service requires one
     * @param position its position
     */
    public record Pager(
            @Nullable String name,
            PagerStyle style,
            @Nullable String page,
            @Nullable String size,
            String items,
            @Nullable String total,
            @Nullable String token,
            @Nullable String next,
            int defaultSize,
            SourcePosition position) {}

    /**
     * A value of a response that decides what happens next: if it has another shape, the response is malformed.
     *
     * @param path where it is in the response, in dotted wire names
     * @param position its position
     */
    public record Strict(String path, SourcePosition position) {}

    /**
     * A method of a request's builder that sets several fields at once. Fields are wire names.
     *
     * @param method its name
     * @param doc what it does
     * @param type class of its only parameter; null when {@code takes} lists its parameters
     * @param reads methods of that class by the field that gets their text
     * @param takes fields that are its parameters
     * @param sets constant texts by field
     * @param excludes fields that cannot be set in addition
     * @param position its position
     */
    public record Compound(
            String method,
            String doc,
            @Nullable String type,
            Map<String, String> reads,
            List<String> takes,
            Map<String, String> sets,
            List<String> excludes,
            SourcePosition position) {}
}
