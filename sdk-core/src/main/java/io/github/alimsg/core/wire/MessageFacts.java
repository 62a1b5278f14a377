package io.github.alimsg.core.wire;

import io.github.alimsg.core.guard.OutgoingMessage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters of an operation say what it sends, and to whom. Paths are wire names: a parameter, or a member of the
 * items of a list. Written by generated code:
 *
 * <pre>{@code
 * return MessageFacts.to("PhoneNumbers", MessageFacts.Form.COMMAS).sender("SignName").template("TemplateCode");
 * }</pre>
 *
 * <p>Messages are read from the parameters as they are sent, not from the request's fields: what {@code putParam}
 * replaces counts, and {@code FakeCloud} reads what it receives by the same facts.
 */
public final class MessageFacts {
    /** How recipients are written. */
    public enum Form {
        /** One in a parameter, or one in each item of a list. */
        ONE,
        /** Several in one text, separated by commas. */
        COMMAS,
        /** A list in JSON; every other value that is a JSON list has one item for each recipient. */
        JSON
    }

    final @Nullable String to;
    final Form form;

    @Nullable
    String sender;

    @Nullable
    String text;

    @Nullable
    String template;

    @Nullable
    String values;

    @Nullable
    String category;

    private MessageFacts(@Nullable String to, Form form) {
        this.to = to;
        this.form = form;
    }

    /**
     * Begins the facts of an operation.
     *
     * @param to the path of the recipients
     * @param form how they are written
     * @return the facts
     */
    public static MessageFacts to(String to, Form form) {
        return new MessageFacts(to, form);
    }

    /** {@return the facts of an operation whose request names nobody, though it sends} */
    public static MessageFacts unaddressed() {
        return new MessageFacts(null, Form.ONE);
    }

    /**
     * Adds who sends.
     *
     * @param path its path
     * @return these facts
     */
    public MessageFacts sender(String path) {
        sender = path;
        return this;
    }

    /**
     * Adds the text or content.
     *
     * @param path its path
     * @return these facts
     */
    public MessageFacts text(String path) {
        text = path;
        return this;
    }

    /**
     * Adds the template's code.
     *
     * @param path its path
     * @return these facts
     */
    public MessageFacts template(String path) {
        template = path;
        return this;
    }

    /**
     * Adds the template's values, an object in JSON.
     *
     * @param path its path
     * @return these facts
     */
    public MessageFacts values(String path) {
        values = path;
        return this;
    }

    /**
     * Adds what the message is for.
     *
     * @param path its path
     * @return these facts
     */
    public MessageFacts category(String path) {
        category = path;
        return this;
    }

    /**
     * Returns whom a request sends to, as it writes them.
     *
     * @param parameters the request's parameters as they are sent, by name
     * @return the recipients; none when it names none
     */
    public List<String> recipients(Map<String, String> parameters) {
        return new MessageReader(this, parameters).recipients();
    }

    /**
     * Returns the messages of a request, one for each recipient, in order. A request that names nobody is one message
     * to an empty recipient.
     *
     * @param operation the operation, whose facts these are
     * @param parameters the request's parameters as they are sent, by name
     * @param homeNumbers numbers that are written without their calling code, see {@link Product#homeNumbers()}
     * @return the messages, at least one
     */
    public List<OutgoingMessage> messages(
            Operation<?, ?> operation, Map<String, String> parameters, Map<String, Pattern> homeNumbers) {
        return new MessageReader(this, parameters).messages(operation, homeNumbers);
    }

    /** Shows the paths. */
    @Override
    public String toString() {
        return "to " + to + " " + form + ", sender " + sender + ", text " + text + ", template " + template
                + ", values " + values + ", category " + category;
    }
}
