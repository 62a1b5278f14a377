package io.github.alimsg.once.campaign;

import io.github.alimsg.once.store.PartStore;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a campaign's recipients, if it has some. A key belongs to a position in the source, not to a part or a
 * process: whoever sends the part later, or a half of it, finds that it has the key.
 */
final class RecipientKeys<R> {
    private static final int MAX_LENGTH = 200;

    private final PartStore store;
    private final String campaign;
    private final @Nullable Function<? super R, String> keyOf;

    RecipientKeys(PartStore store, String campaign, @Nullable Function<? super R, String> keyOf) {
        this.store = store;
        this.campaign = campaign;
        this.keyOf = keyOf;
    }

    /**
     * Takes the keys of a part's recipients.
     *
     * @param refused who is not sent to anyway, and takes none
     * @return those whose keys others have
     */
    BitSet takenByOthers(LoadedPart<R> part, BitSet refused) {
        var others = new BitSet();
        if (keyOf == null) {
            return others;
        }
        long first = part.part().first();
        Map<Long, String> keys = new HashMap<>();
        for (int i = refused.nextClearBit(0); i < part.recipients().size(); i = refused.nextClearBit(i + 1)) {
            keys.put(first + i, require(keyOf.apply(part.recipients().get(i))));
        }
        store.takeKeys(campaign, keys).forEach(position -> others.set((int) (position - first)));
        return others;
    }

    private static String require(String key) {
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the key of a recipient has 1 to " + MAX_LENGTH
                    + " characters of ASCII without blanks; one has " + key.length() + " characters");
        }
        return key;
    }
}
