package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When there is a guard to ask, and what several say together. */
class GuardTest {
    private static final OutgoingMessage MESSAGE =
            OutgoingMessage.builder("SendSms", "6281").build();

    @Test
    void thereIsNoneWithoutSettingAndVariable() {
        assertThat(of(null, null)).isNull();
        assertThat(of(null, "6281")).isNotNull();
        assertThat(of(AlreadyAsked.INSTANCE, "6281")).isNull();
    }

    @Test
    void aVariableWithoutAUsableListIsRefusedByName() {
        for (String value : List.of("", " ", "6281,,6282", "*", "62*81")) {
            assertThatIllegalArgumentException()
                    .as(value)
                    .isThrownBy(() -> of(null, value))
                    .withMessageStartingWith("ALIMSG_ONLY_TO: recipient ");
        }
    }

    private static @Nullable Guard of(@Nullable SendGuard guard, @Nullable String onlyTo) {
        return Guard.of(guard, Guard.ofEnvironment(EndpointsTest.PRODUCT, name -> onlyTo), EndpointsTest.PRODUCT);
    }

    @Test
    void severalGuardsAreAskedInOrderUntilOneRefuses() {
        List<String> told = new ArrayList<>();
        SendGuard first = message -> Verdict.pass(() -> told.add("first"));
        SendGuard second = message -> Verdict.pass(() -> told.add("second"));

        Verdict refusal =
                Guards.all(first, message -> Verdict.refuse("no"), second).check(MESSAGE);
        assertThat(refusal.reason()).isEqualTo("no");
        assertThat(told).containsExactly("first");

        told.clear();
        Verdict pass = Guards.all(first, second).check(MESSAGE);
        assertThat(pass.isPass()).isTrue();
        assertThat(told).isEmpty();
        pass.notSent();
        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void beginningsNeedTheirAsterisk() {
        assertThat(Guards.onlyTo("628").check(MESSAGE).isPass()).isFalse();
        assertThat(Guards.onlyTo("628*").check(MESSAGE).isPass()).isTrue();
        assertThat(Guards.onlyTo("+62 81").check(MESSAGE).isPass()).isTrue();
        assertThat(Guards.onlyTo("page-7*").check(MESSAGE).isPass()).isFalse();
    }
}
