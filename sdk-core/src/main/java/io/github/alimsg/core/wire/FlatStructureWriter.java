package io.github.alimsg.core.wire;

import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes structures as separate parameters: {@code Name.1}, {@code Name.2.Member}. Lists count from 1. */
final class FlatStructureWriter extends StructureWriter {
    private final PercentEncodedPairs out;
    private final boolean omitEmpty;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private String path;

    private static final class Frame {
        final String path;
        final boolean list;
        int items;

        Frame(String path, boolean list) {
            this.path = path;
            this.list = list;
        }
    }

    FlatStructureWriter(String name, PercentEncodedPairs out, boolean omitEmpty) {
        this.path = name;
        this.out = out;
        this.omitEmpty = omitEmpty;
    }

    /** The name of the current value. */
    private String here() {
        Frame frame = frames.peek();
        return frame != null && frame.list ? frame.path + "." + ++frame.items : path;
    }

    @Override
    public void startObject() {
        frames.push(new Frame(here(), false));
    }

    @Override
    public void endObject() {
        frames.pop();
    }

    @Override
    public void startArray() {
        frames.push(new Frame(here(), true));
    }

    @Override
    public void endArray() {
        frames.pop();
    }

    @Override
    public void name(String name) {
        Frame frame = frames.peek();
        path = frame == null ? name : frame.path + "." + name;
    }

    @Override
    public void add(String value) {
        String name = here();
        if (!(omitEmpty && value.isEmpty())) {
            out.add(name, value);
        }
    }

    @Override
    public void add(long value) {
        out.add(here(), Long.toString(value));
    }

    @Override
    public void add(BigDecimal value) {
        out.add(here(), value.toPlainString());
    }

    @Override
    public void add(boolean value) {
        out.add(here(), Boolean.toString(value));
    }

    @Override
    void addNull() {
        here(); // a null item keeps its position
    }
}
