package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueNamesTest {
    private record Number(
            @Nullable String statusQueue, @Nullable String upQueue) {}

    @Test
    void namesOfAListAreThoseThatAreThereOnce() {
        List<Number> numbers = List.of(
                new Number("Alicom-Queue-1-ChatAppStatus", "Alicom-Queue-1-ChatAppInbound"),
                new Number("Alicom-Queue-1-ChatAppStatus", null),
                new Number(" ", ""));

        assertThat(QueueNames.of(numbers, Number::statusQueue, Number::upQueue))
                .containsExactly("Alicom-Queue-1-ChatAppInbound", "Alicom-Queue-1-ChatAppStatus");
    }

    @Test
    void aNameEndsWithItsType() {
        assertThat(QueueNames.messageType("Alicom-Queue-1234567890-ChatAppStatus"))
                .isEqualTo("ChatAppStatus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ChatAppStatus", "Alicom-Queue-"})
    void aNameWithoutATypeIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> QueueNames.messageType(name));
    }
}
