package io.github.alimsg.core.spi;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.alimsg.core.internal.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Writes one JSON text. The target does no I/O, so failures of it are defects. */
final class JsonStructureWriter extends StructureWriter {
    private final JsonGenerator out;

    JsonStructureWriter(OutputStream target) {
        try {
            this.out = Json.FACTORY.createGenerator(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonStructureWriter(StringWriter target) {
        try {
            this.out = Json.FACTORY.createGenerator(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    void finish() {
        write(out::close);
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
