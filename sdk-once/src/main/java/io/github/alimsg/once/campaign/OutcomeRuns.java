package io.github.alimsg.once.campaign;

import io.github.alimsg.once.store.KeyState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;
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
        var clean = new StringBuilder();
        if (text != null) {
            text.chars().forEach(c -> clean.append(c < ' ' || c > '~' ? '?' : (char) c));
        }
        return clean.toString();
    }

    /** Reads outcomes, one for each recipient. */
    static List<Single> read(String text) {
        List<Single> outcomes = new ArrayList<>();
        text.lines().forEach(line -> {
            var columns = new StringTokenizer(line, "\t", true);
            int length = Integer.parseInt(column(columns));
            var run = new Single(KeyState.valueOf(column(columns)), orNull(column(columns)), orNull(column(columns)));
            outcomes.addAll(Collections.nCopies(length, run));
        });
        return outcomes;
    }

    /** The next column; the last one has no tab behind it. */
    private static String column(StringTokenizer columns) {
        String column = columns.hasMoreTokens() ? columns.nextToken() : "";
        if (column.equals("\t")) {
            return "";
        }
        if (columns.hasMoreTokens()) {
            columns.nextToken();
        }
        return column;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
