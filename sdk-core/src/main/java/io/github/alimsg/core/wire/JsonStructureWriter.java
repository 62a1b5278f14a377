package io.github.alimsg.core.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.alimsg.core.internal.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * Writes one JSON text, as text rather than bytes: in bytes Jackson escapes every emoji, and services count characters.
 * The target does no I/O, so its failures are defects.
 */
final class JsonStructureWriter extends StructureWriter {
    private static final int USUAL_CHARS = 256;

    private final StringWriter text = new StringWriter(USUAL_CHARS);
    private final JsonGenerator out;

    JsonStructureWriter() {
        try {
            this.out = Json.FACTORY.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all that was written; called last} */
    String text() {
        write(out::close);
        return text.toString();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startObject() {
        write(out::writeStartObject);
    }

    @Override
    public void endObject() {
        write(out::writeEndObject);
    }

    @Override
    public void startArray() {
        write(out::writeStartArray);
    }

    @Override
    public void endArray() {
        write(out::writeEndArray);
    }

    @Override
    public void name(String name) {
        write(() -> out.writeFieldName(name));
    }

    @Override
    public void add(String value) {
        write(() -> out.writeString(value));
    }

    @Override
    public void add(long value) {
        write(() -> out.writeNumber(value));
    }

    @Override
    public void add(BigDecimal value) {
        write(() -> out.writeNumber(value));
    }

    @Override
    public void add(boolean value) {
        write(() -> out.writeBoolean(value));
    }

    @Override
    void addNull() {
        write(out::writeNull);
    }
}
