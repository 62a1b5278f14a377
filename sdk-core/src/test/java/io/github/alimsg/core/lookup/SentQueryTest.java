package io.github.alimsg.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A query says what is compared, and shows nothing personal. */
class SentQueryTest {
    private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant ENDED = BEGAN.plusSeconds(5);

    private static SentQuery.Builder query() {
        return SentQuery.builder("SendLetter", "6281234567890", BEGAN);
    }

    @Test
    void clocksMayDifferByAMinute() {
        SentQuery query = query().until(ENDED).build();
        assertThat(query.earliest()).isEqualTo(BEGAN.minusSeconds(60));
        assertThat(query.latest()).isEqualTo(ENDED.plusSeconds(60));
        assertThat(query.covers(query.earliest())).isTrue();
        assertThat(query.covers(query.earliest().minusNanos(1))).isFalse();
        assertThat(query.covers(ENDED.plusSeconds(60))).isTrue();
        assertThat(query.covers(ENDED.plusSeconds(60).plusNanos(1))).isFalse();
    }

    @Test
    void withoutAnEndItGoesOn() {
        assertThat(query().build().latest()).isNull();
        assertThat(query().build().covers(BEGAN.plusSeconds(1_000_000))).isTrue();
    }

    @Test
    void aTemplateIsComparedWhenTheQueryHasOne() {
        FoundMessage free = FoundMessage.builder().text("Hello").build();
        FoundMessage shipped = FoundMessage.builder().template("shipped").build();
        assertThat(query().build().hasTemplateOf(free)).isTrue();
        SentQuery query = query().template("shipped").build();
        assertThat(query.hasTemplateOf(shipped)).isTrue();
        assertThat(query.hasTemplateOf(free)).isFalse();
    }

    @Test
    void whatCanNotBeMeantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query().ownId("").build())
                .withMessageContaining("ownId is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query().until(BEGAN.minusNanos(1)).build())
                .withMessageContaining("before since");
    }

    @Test
    void nothingPersonalIsShown() {
        assertThat(query().ownId("order-4711").template("shipped").until(ENDED).build())
                .hasToString("SentQuery[SendLetter, since 2026-11-21T10:00:00Z, until 2026-11-21T10:00:05Z]");
        assertThat(FoundMessage.builder()
                        .ownId("order-4711")
                        .messageId("m-1")
                        .template("shipped")
                        .text("Hello Ada")
                        .sentAt(BEGAN)
                        .state("3")
                        .build())
                .hasToString("FoundMessage[messageId=m-1, sentAt=2026-11-21T10:00:00Z, state=3]");
    }
}
