package io.github.alimsg.core.wire;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parameters of a request. Null values, and those that {@code putParam} replaces, are left out. Parameters
 * go into the query until {@link #inForm} is called. Text that was cut in the middle of a character, such as an emoji,
 * is refused with an {@link IllegalArgumentException} that names the parameter.
 */
public final class ParamWriter {
    private static final int USUAL_BYTES = 256;

    private final PercentEncodedPairs query;
    private @Nullable PercentEncodedPairs form;
    private PercentEncodedPairs current;
    private final Map<String, String> replaced;
    private final boolean omitEmpty;
    private String jsonName = "";
    private @Nullable JsonStructureWriter json;

    /**
     * Creates a writer for the parameters of one call.
     *
     * @param replaced parameters that replace those of the model, and those that the model does not have
     * @param omitEmpty whether parameters without a value are left out
     */
    public ParamWriter(Map<String, String> replaced, boolean omitEmpty) {
        this.query = new PercentEncodedPairs(USUAL_BYTES);
        this.current = query;
        this.replaced = replaced;
        this.omitEmpty = omitEmpty;
    }

    /** Writes what follows into the query of the URL. */
    public void inQuery() {
        current = query;
    }

    /** Writes what follows into the form in the body. */
    public void inForm() {
        if (form == null) {
            form = new PercentEncodedPairs(USUAL_BYTES);
        }
        current = form;
    }

    private boolean skips(String name) {
        return !replaced.isEmpty() && replaced.containsKey(name);
    }

    /**
     * Writes a text.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void put(String name, @Nullable String value) {
        if (value != null && !(omitEmpty && value.isEmpty()) && !skips(name)) {
            current.add(name, value);
        }
    }

    /**
     * Writes a value of a list.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void put(String name, @Nullable OpenValue value) {
        if (value != null) {
            put(name, value.value());
        }
    }

    /**
     * Writes an integer.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void put(String name, @Nullable Integer value) {
        if (value != null) {
            put(name, value.toString());
        }
    }

    /**
     * Writes an integer.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void put(String name, @Nullable Long value) {
        if (value != null) {
            put(name, value.toString());
        }
    }

    /**
     * Writes a truth value as {@code true} or {@code false}.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void put(String name, @Nullable Boolean value) {
        if (value != null) {
            put(name, value.toString());
        }
    }

    /**
     * Writes a number in plain decimal, never with an exponent.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void put(String name, @Nullable Double value) {
        if (value != null) {
            put(name, BigDecimal.valueOf(value));
        }
    }

    /**
     * Writes a number in plain decimal, never with an exponent.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void put(String name, @Nullable BigDecimal value) {
        if (value != null) {
            put(name, value.toPlainString());
        }
    }

    /**
     * Writes a time as milliseconds since 1970.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void putMillis(String name, @Nullable Instant value) {
        if (value != null) {
            put(name, Long.toString(value.toEpochMilli()));
        }
    }

    /**
     * Writes a time as seconds since 1970.
     *
     * @param name the parameter's name
     * @param value its value
     */
    public void putSeconds(String name, @Nullable Instant value) {
        if (value != null) {
            put(name, Long.toString(value.getEpochSecond()));
        }
    }

    /**
     * Writes the values of a list as one text, with commas between them. An empty list is left out.
     *
     * @param name the parameter's name
     * @param values texts, numbers, truth values or values of an {@link OpenValue}, each written as {@code put} does
     */
    public void putJoined(String name, @Nullable List<?> values) {
        if (values != null && !values.isEmpty()) {
            put(name, values.stream().map(ParamWriter::text).collect(Collectors.joining(",")));
        }
    }

    private static String text(Object value) {
        if (value instanceof OpenValue open) {
            return open.value();
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /**
     * Writes a plain value as one JSON text: text, number, truth value, list or map of such.
     *
     * @param name the parameter's name
     * @param plain its value
     */
    public void json(String name, @Nullable Object plain) {
        json(name, plain, ParamWriter::addPlain);
    }

    private static void addPlain(Object value, StructureWriter out) {
        out.addPlainValue(value);
    }

    /**
     * Writes a value as one JSON text.
     *
     * @param <T> what the value is
     * @param name the parameter's name
     * @param value its value
     * @param writing writes the value
     */
    public <T> void json(String name, @Nullable T value, BiConsumer<? super T, StructureWriter> writing) {
        StructureWriter out = value == null ? null : beginJson(name);
        if (value != null && out != null) {
            writing.accept(value, out);
            endJson();
        }
    }

    /**
     * Writes a list of objects as one JSON text.
     *
     * @param <T> what the objects are
     * @param name the parameter's name
     * @param items the objects
     * @param writing writes one of them
     */
    public <T> void jsonItems(String name, @Nullable List<T> items, BiConsumer<? super T, StructureWriter> writing) {
        json(name, items, (all, out) -> addItems(all, out, writing));
    }

    private static <T> void addItems(
            List<T> items, StructureWriter out, BiConsumer<? super T, StructureWriter> writing) {
        out.startArray();
        for (T item : items) {
            writing.accept(item, out);
        }
        out.endArray();
    }

    /**
     * Writes a plain list or map as parameters of its own: {@code Name.1}, {@code Name.Member}.
     *
     * @param name the parameter's name
     * @param plain its value
     */
    public void flat(String name, @Nullable Object plain) {
        flat(name, plain, ParamWriter::addPlain);
    }

    /**
     * Writes a value as parameters of its own: {@code Name.1}, {@code Name.2.Member}.
     *
     * @param <T> what the value is
     * @param name the parameter's name
     * @param value its value
     * @param writing writes the value
     */
    public <T> void flat(String name, @Nullable T value, BiConsumer<? super T, StructureWriter> writing) {
        StructureWriter out = value == null ? null : flat(name);
        if (value != null && out != null) {
            writing.accept(value, out);
        }
    }

    /**
     * Writes a list of objects as parameters of their own: {@code Name.1.Member}.
     *
     * @param <T> what the objects are
     * @param name the parameter's name
     * @param items the objects
     * @param writing writes one of them
     */
    public <T> void flatItems(String name, @Nullable List<T> items, BiConsumer<? super T, StructureWriter> writing) {
        flat(name, items, (all, out) -> addItems(all, out, writing));
    }

    /** Begins a parameter that is one JSON text; null when it was replaced, and nothing is to be written. */
    @Nullable
    StructureWriter beginJson(String name) {
        if (skips(name)) {
            return null;
        }
        jsonName = name;
        json = new JsonStructureWriter();
        return json;
    }

    /** Ends the JSON text begun last. */
    void endJson() {
        current.add(jsonName, Objects.requireNonNull(json).text());
        json = null;
    }

    /** Begins parameters of one list or object; null when it was replaced, and nothing is to be written. */
    @Nullable
    StructureWriter flat(String name) {
        return skips(name) ? null : StructureWriter.flat(name, current, omitEmpty);
    }

    /**
     * Adds the parameters that the model does not have; they go into the query.
     *
     * @return all that was written, for the engine
     */
    @SuppressWarnings("exports")
    public EncodedParams finish() {
        for (Map.Entry<String, String> entry : replaced.entrySet()) {
            if (!(omitEmpty && entry.getValue().isEmpty())) {
                query.add(entry.getKey(), entry.getValue());
            }
        }
        query.sort();
        if (form != null) {
            form.sort();
        }
        return new EncodedParams(query, form);
    }
}
