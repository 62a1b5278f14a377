package io.github.alimsg.it.faults;

import java.util.SplittableRandom;

/** Draws faults by a seed: the same message meets the same faults in every run, however threads take turns. */
final class FaultPlan {
    /** One in so many new connections begins with a fault of its own. */
    private static final int RESET_EVERY = 60;

    private static final int REFUSE_EVERY = 400;
    private static final int PAUSE_EVERY = 900;

    private final long seed;
    private final int sum;

    FaultPlan(long seed) {
        this.seed = seed;
        int weights = 0;
        for (Fault fault : Fault.values()) {
            weights += fault.weight;
        }
        this.sum = weights;
    }

    /** What is drawn for one arrival of a request. */
    record Draw(Fault fault, boolean acts, SplittableRandom random) {}

    long seed() {
        return seed;
    }

    /** The fault of a request's nth arrival. */
    Draw of(int id, int arrival) {
        var random = new SplittableRandom(seed * 31 + id * 1_000_003L + arrival * 7_919L);
        int mark = random.nextInt(sum);
        for (Fault fault : Fault.values()) {
            mark -= fault.weight;
            if (mark < 0) {
                boolean acts =
                        fault.acted == Fault.Acted.YES || fault.acted == Fault.Acted.MAYBE && random.nextBoolean();
                return new Draw(fault, acts, random);
            }
        }
        throw new IllegalStateException("the marks end before the weights");
    }

    /** The fault that a new connection begins with. */
    Fault ofConnection(long number) {
        if (number % PAUSE_EVERY == 0) {
            return Fault.NOT_ACCEPTED_FOR_A_WHILE;
        }
        if (number % REFUSE_EVERY == 0) {
            return Fault.REFUSED_FOR_A_WHILE;
        }
        boolean reset = new SplittableRandom(seed + number).nextInt(RESET_EVERY) == 0;
        return reset ? Fault.RESET_ON_ACCEPT : Fault.NONE;
    }
}
