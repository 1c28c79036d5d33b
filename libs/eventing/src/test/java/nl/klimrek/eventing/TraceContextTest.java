package nl.klimrek.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String GIVEN = "00-" + TRACE + "-" + SPAN + "-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                GIVEN,
                "00-" + TRACE + "-" + SPAN + "-00",
                "cc-" + TRACE + "-" + SPAN + "-01",
                "01-" + TRACE + "-" + SPAN + "-01-what-a-later-version-adds"
            })
    void a_valid_traceparent_continues_in_a_new_span(String header) {
        TraceContext after = TraceContext.after(header);
        assertThat(after.traceId()).isEqualTo(TRACE);
        assertThat(after.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
        assertThat(after.flags())
                .isEqualTo(TraceContext.parse(header).orElseThrow().flags());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                TRACE,
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-1",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN + "-01 ",
                "01-" + TRACE + "-" + SPAN + "-01more",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
                "00-0af7651916cd43dd8448eb211c80319g-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01\r\nX: 1"
            })
    void a_malformed_traceparent_is_replaced_by_a_new_trace(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
        TraceContext begun = TraceContext.after(header);
        assertThat(begun.traceId()).isNotEqualTo(TRACE);
        assertThat(TraceContext.parse(begun.toString())).contains(begun);
    }

    @Test
    void a_header_without_an_end_is_ignored() {
        assertThat(TraceContext.parse("01-" + TRACE + "-" + SPAN + "-01-" + "x".repeat(500)))
                .isEmpty();
    }

    @Test
    void an_effect_is_in_the_trace_of_the_event_that_led_to_it_and_every_other_cause_in_one_that_is_well_formed() {
        EventMeta event = new EventMeta(
                "e1", "t", "/s", "a1", new Organisation("acme"), "p", 1, Instant.EPOCH, "system:t", "c1", null, GIVEN);
        assertThat(MessageContext.event(event).traceparent())
                .startsWith("00-" + TRACE + "-")
                .doesNotContain(SPAN);
        assertThat(TraceContext.parse(MessageContext.system("clock").traceparent()))
                .isPresent();
        assertThat(TraceContext.parse(MessageContext.command("anna", "k", "f")
                        .withTraceparent("nonsense")
                        .traceparent()))
                .isPresent();
    }
}
