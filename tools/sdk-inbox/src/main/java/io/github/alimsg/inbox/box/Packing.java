package io.github.alimsg.inbox.box;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Keeps texts that are much like each other in little memory, as the requests of an application are: one in fifty is kept
 * as it is, and is the dictionary of those after it. Safe for any number of threads.
 */
final class Packing {
    private static final int EVERY = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private byte[] sample = {};
    private int packed;

    /**
     * A text, packed.
     *
     * @param deflated the text as it is when it is its own sample, else deflated
     * @param sample its dictionary
     * @param length the length of the text
     */
    @SuppressWarnings({"ArrayRecordComponent", "ReferenceEquality"}) // packed texts are never compared
    record Packed(byte[] deflated, byte[] sample, int length) {
        /** The text. */
        byte[] text() {
            return deflated == sample ? sample : inflated(); // the same array, not an equal one
        }

        private byte[] inflated() {
            var inflater = new Inflater(true);
            try {
                inflater.setDictionary(sample);
                inflater.setInput(deflated);
                byte[] text = new byte[length];
                int read = inflater.inflate(text);
                if (read != length) {
                    throw new IllegalStateException("read " + read + " bytes of " + length);
                }
                return text;
            } catch (DataFormatException e) {
                throw new IllegalStateException(e);
            } finally {
                inflater.end();
            }
        }

        /** Shows nothing that may be personal. */
        @Override
        public String toString() {
            return "Packed[" + length + "]";
        }
    }

    /** Packs a text, which is not to be changed afterwards. */
    Packed pack(byte[] text) {
        lock.lock();
        try {
            if (packed++ % EVERY == 0) {
                sample = text;
                return new Packed(text, text, text.length);
            }
            return new Packed(deflated(text), sample, text.length);
        } finally {
            lock.unlock();
        }
    }

    private byte[] deflated(byte[] text) {
        deflater.reset();
        deflater.setDictionary(sample);
        deflater.setInput(text);
        deflater.finish();
        byte[] room = new byte[text.length + 64];
        int length = 0;
        while (!deflater.finished()) {
            if (length == room.length) {
                room = Arrays.copyOf(room, 2 * length);
            }
            length += deflater.deflate(room, length, room.length - length);
        }
        return Arrays.copyOf(room, length);
    }
}
