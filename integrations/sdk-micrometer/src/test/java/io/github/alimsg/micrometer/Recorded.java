package io.github.alimsg.micrometer;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that keeps the observations that have ended, with their events, in order. */
final class Recorded implements ObservationHandler<Observation.Context> {
    private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    /** Records what a registry is told. */
    static Recorded by(ObservationRegistry registry) {
        var recorded = new Recorded();
        registry.observationConfig().observationHandler(recorded);
        return recorded;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
        events.add(event.getName() + ": " + event.getContextualName());
    }

    @Override
    public void onStop(Observation.Context context) {
        ended.add(context);
    }

    List<Observation.Context> ended() {
        return ended;
    }

    List<String> events() {
        return events;
    }

    /** The only observation that has ended. */
    Observation.Context only() {
        if (ended.size() != 1) {
            throw new AssertionError(ended.size() + " observations");
        }
        return ended.get(0);
    }

    /** The outcome and the kind of every observation. */
    List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        for (Observation.Context context : ended) {
            outcomes.add(value(context, "outcome") + " " + value(context, "error.kind"));
        }
        return outcomes;
    }

    static String value(Observation.Context context, String key) {
        KeyValues all = KeyValues.of(context.getAllKeyValues());
        return all.stream()
                .filter(keyValue -> keyValue.getKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + all))
                .getValue();
    }
}
