package io.github.alimsg.once.campaign;

import io.github.alimsg.once.store.KeyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a part's recipients as text: a line for each run of equal ones, with its length, state, message id and
 * code, separated by tabs.
 */
final class OutcomeRuns {
    private OutcomeRuns() {}

    /** The outcome of one recipient, wherever it is. */
    record Single(
            KeyState state,
            @Nullable String messageId,
            @Nullable String code) {
        RecipientOutcome at(long ordinal) {
            return new RecipientOutcome(ordinal, state, messageId, code);
        }
    }

    /** Writes outcomes; null when all are the same as that of the request. */
    static @Nullable String write(List<Single> outcomes, Single ofRequest) {
        if (outcomes.stream().allMatch(ofRequest::equals)) {
            return null;
        }
        var text = new StringBuilder();
        int start = 0;
        for (int i = 1; i <= outcomes.size(); i++) {
            Single run = outcomes.get(start);
            if (i == outcomes.size() || !run.equals(outcomes.get(i))) {
                text.append(i - start)
                        .append('\t')
                        .append(run.state)
                        .append('\t')
                        .append(clean(run.messageId))
                        .append('\t')
                        .append(clean(run.code))
                        .append('\n');
                start = i;
            }
        }
        return text.toString();
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** Reads outcomes, one for each recipient. */
    static List<Single> read(String text) {
        List<Single> outcomes = new ArrayList<>();
        text.lines().forEach(line -> {
            String[] columns = line.split("\t", -1);
            var run = new Single(KeyState.valueOf(columns[1]), orNull(columns[2]), orNull(columns[3]));
            for (int i = Integer.parseInt(columns[0]); i > 0; i--) {
                outcomes.add(run);
            }
        });
        return outcomes;
    }

    private static @Nullable String orNull(String text) {
        return Objects.requireNonNull(text).isEmpty() ? null : text;
    }
}
