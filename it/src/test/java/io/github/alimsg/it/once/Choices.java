package io.github.alimsg.it.once;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Runs something again and again, each time with other choices, until every sequence of choices has been tried: a
 * depth-first search that keeps nothing but the sequence under way. What runs must depend on nothing but its choices.
 */
final class Choices {
    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private int at;

    /** Runs every path, or as many as the path lets: it returns whether to go on. Returns how many there were. */
    static int explore(Predicate<Choices> path) {
        var choices = new Choices();
        int paths = 0;
        do {
            choices.at = 0;
            paths++;
        } while (path.test(choices) && choices.next());
        return paths;
    }

    /** Chooses one of several, the first of them at first. */
    int choose(int count) {
        if (at == chosen.size()) {
            chosen.add(0);
            counts.add(count);
        } else if (counts.get(at) != count) {
            throw new IllegalStateException("the path depends on more than its choices: " + count + " at " + at
                    + " in place of " + counts.get(at));
        }
        return chosen.get(at++);
    }

    private boolean next() {
        for (int last = chosen.size() - 1; last >= 0; last--) {
            if (chosen.get(last) + 1 < counts.get(last)) {
                chosen.set(last, chosen.get(last) + 1);
                return true;
            }
            chosen.remove(last);
            counts.remove(last);
        }
        return false;
    }
}
