package io.github.alimsg.once.campaign;

import io.github.alimsg.once.store.Part;
import java.util.BitSet;
import java.util.List;

/**
 * A part with its recipients.
 *
 * @param part the part
 * @param recipients its recipients, in order
 * @param repeated which of them are the same message to the same address as one before, and are refused
 * @param <R> a recipient
 */
record LoadedPart<R>(Part part, List<R> recipients, BitSet repeated) {
    @Override
    public String toString() {
        return "LoadedPart[" + part.name() + "]";
    }
}
