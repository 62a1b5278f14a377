package io.github.alimsg.testing.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What to answer, by operation. */
final class Stubs {
    private final Map<String, StubbedAnswers> byOperation = new ConcurrentHashMap<>();
    private volatile StubbedAnswers anyOther = new StubbedAnswers();

    StubbedAnswers replace(String operation) {
        var answers = new StubbedAnswers();
        byOperation.put(operation, answers);
        return answers;
    }

    StubbedAnswers replaceAnyOther() {
        var answers = new StubbedAnswers();
        anyOther = answers;
        return answers;
    }

    StubbedAnswers of(String operation) {
        return byOperation.getOrDefault(operation, anyOther);
    }

    void clear() {
        byOperation.clear();
        anyOther = new StubbedAnswers();
    }
}
