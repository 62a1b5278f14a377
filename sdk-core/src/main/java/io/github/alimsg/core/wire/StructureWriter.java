package io.github.alimsg.core.wire;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects and lists, either as JSON or as flattened parameters. Null members are left out; null items have
 * already been refused by the models.
 */
public abstract class StructureWriter {
    StructureWriter() {}

    /**
     * Returns a plain value as JSON, for parameters that are JSON text.
     *
     * @param plain text, number, truth value, null, list or map of such
     * @return its JSON
     * @throws IllegalArgumentException when it is of another class
     */
    public static String json(@Nullable Object plain) {
        var writer = new JsonStructureWriter();
        writer.addPlainValue(plain);
        return writer.text();
    }

    /** Returns a writer of parameters whose names begin with a name. */
    static StructureWriter flat(String name, PercentEncodedPairs target, boolean omitEmpty) {
        return new FlatStructureWriter(name, target, omitEmpty);
    }

    /** Begins an object, as the value of the current member or as an item. */
    public abstract void startObject();

    /** Ends the current object. */
    public abstract void endObject();

    /** Begins a list, as the value of the current member or as an item. */
    public abstract void startArray();

    /** Ends the current list. */
    public abstract void endArray();

    /**
     * Names the member whose value follows.
     *
     * @param name its name
     */
    public abstract void name(String name);

    /**
     * Writes a text.
     *
     * @param value the text
     */
    public abstract void add(String value);

    /**
     * Writes an integer.
     *
     * @param value the integer
     */
    public abstract void add(long value);

    /**
     * Writes a number.
     *
     * @param value the number
     */
    public abstract void add(BigDecimal value);

    /**
     * Writes a truth value.
     *
     * @param value the truth value
     */
    public abstract void add(boolean value);

    /** Writes a JSON null, for plain values that contain one. */
    abstract void addNull();

    /**
     * Writes a member, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void put(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            add(value);
        }
    }

    /**
     * Writes a member, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void put(String name, @Nullable OpenValue value) {
        if (value != null) {
            name(name);
            add(value.value());
        }
    }

    /**
     * Writes a member that the service declares as a number, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void putNumber(String name, @Nullable OpenValue value) {
        if (value != null) {
            name(name);
            addNumber(value);
        }
    }

    /**
     * Writes a value that the service declares as a number: as a number, or as text when it is none.
     *
     * @param value the value
     */
    public final void addNumber(OpenValue value) {
        try {
            add(Long.parseLong(value.value()));
        } catch (NumberFormatException e) {
            add(value.value()); // given as text by a caller who knows more than the SDK
        }
    }

    /**
     * Writes a member, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void put(String name, @Nullable Integer value) {
        if (value != null) {
            name(name);
            add(value.longValue());
        }
    }

    /**
     * Writes a member, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void put(String name, @Nullable Long value) {
        if (value != null) {
            name(name);
            add(value.longValue());
        }
    }

    /**
     * Writes a member, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void put(String name, @Nullable Double value) {
        if (value != null) {
            name(name);
            add(BigDecimal.valueOf(value));
        }
    }

    /**
     * Writes a member, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void put(String name, @Nullable BigDecimal value) {
        if (value != null) {
            name(name);
            add(value);
        }
    }

    /**
     * Writes a member, unless its value is null.
     *
     * @param name its name
     * @param value its value
     */
    public final void put(String name, @Nullable Boolean value) {
        if (value != null) {
            name(name);
            add(value.booleanValue());
        }
    }

    /**
     * Writes a list of texts as a member, unless it is null.
     *
     * @param name its name
     * @param values its items
     */
    public final void putStrings(String name, @Nullable List<String> values) {
        if (values != null) {
            name(name);
            addStrings(values);
        }
    }

    /**
     * Writes a list of texts.
     *
     * @param values its items
     */
    public final void addStrings(List<String> values) {
        startArray();
        for (String value : values) {
            add(value);
        }
        endArray();
    }

    /**
     * Writes a plain value as a member, unless it is null: text, number, truth value, list or map of such.
     *
     * @param name its name
     * @param value its value
     */
    public final void putPlainValue(String name, @Nullable Object value) {
        if (value != null) {
            name(name);
            addPlainValue(value);
        }
    }

    /**
     * Writes a plain value: text, number, truth value, null, list or map of such.
     *
     * @param value the value
     * @throws IllegalArgumentException when it is of another class
     */
    public final void addPlainValue(@Nullable Object value) {
        if (value == null) {
            addNull();
        } else if (value instanceof String text) {
            add(text);
        } else if (value instanceof OpenValue open) {
            add(open.value());
        } else if (value instanceof Boolean truth) {
            add(truth.booleanValue());
        } else if (value instanceof Instant instant) {
            add(instant.toEpochMilli());
        } else if (value instanceof Number number) {
            addNumber(number);
        } else if (value instanceof Map<?, ?> map) {
            startObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                name(String.valueOf(entry.getKey()));
                addPlainValue(entry.getValue());
            }
            endObject();
        } else if (value instanceof Iterable<?> items) {
            startArray();
            for (Object item : items) {
                addPlainValue(item);
            }
            endArray();
        } else {
            throw new IllegalArgumentException(
                    "a plain value must be text, a number, true or false, or a list or map of these," + " not "
                            + value.getClass().getName());
        }
    }

    private void addNumber(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            add(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            add(decimal);
        } else if (number instanceof BigInteger integer) {
            add(new BigDecimal(integer));
        } else {
            try {
                add(new BigDecimal(number.toString())); // a float's own digits, not those of the equal double
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("a number must be finite, not " + number, e);
            }
        }
    }
}
