package io.github.alimsg.core.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.EventListener;
import org.junit.jupiter.api.Test;

class IsolatedEventListenerTest {
    /** An event that is not handed on would be lost to the application without a word. */
    @Test
    void everyEventOfACallThatIsNotQueuedIsHandedOn() {
        assertThat(events(IsolatedEventListener.class)).isEqualTo(events(EventListener.class));
    }

    private static Set<String> events(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isFinal(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.startsWith("dispatcherQueue"))
                .collect(Collectors.toSet());
    }
}
