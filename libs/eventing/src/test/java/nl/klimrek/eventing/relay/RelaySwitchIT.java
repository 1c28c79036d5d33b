package nl.klimrek.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutgoingRecord;
import org.junit.jupiter.api.Test;

class RelaySwitchIT {

    private final RelayControl control = new RelayControl(EmbeddedEngines.freshDatabase());
    private final List<Consumer<Exception>> unanswered = new ArrayList<>();
    private final List<Exception> answers = new ArrayList<>();
    private final RelaySwitch relays =
            new RelaySwitch((event, answer) -> unanswered.add(answer), control, "one", Clock.systemUTC());

    @Test
    void nothing_is_sent_before_the_switch_was_read() {
        relays.send(event(), answers::add);
        assertThat(unanswered).isEmpty();
        assertThat(answers).singleElement().isInstanceOf(RelaySwitch.RelayPausedException.class);
    }

    @Test
    void a_pause_refuses_events_until_it_is_over() {
        relays.refresh();
        control.change(true);
        relays.refresh();
        relays.send(event(), answers::add);
        assertThat(unanswered).isEmpty();

        control.change(false);
        relays.refresh();
        relays.send(event(), answers::add);
        assertThat(unanswered).hasSize(1);
    }

    @Test
    void an_instance_reports_the_setting_it_follows_and_what_is_still_in_flight() {
        relays.refresh();
        relays.send(event(), answers::add);
        long setting = control.change(true).setting();
        relays.refresh();
        assertThat(control.reports()).singleElement().satisfies(report -> {
            assertThat(report.setting()).isEqualTo(setting);
            assertThat(report.inFlight()).isEqualTo(1);
        });

        unanswered.get(0).accept(null);
        relays.refresh();
        assertThat(control.reports().get(0).inFlight()).isZero();
        relays.close();
        assertThat(control.reports()).isEmpty();
    }

    @Test
    void no_event_is_sent_on_a_setting_older_than_a_second() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T08:00:00Z"));
        RelaySwitch idle =
                new RelaySwitch((event, answer) -> unanswered.add(answer), control, "two", new TickingClock(now::get));
        idle.refresh();
        control.change(true);
        now.set(now.get().plus(RelaySwitch.POLL_INTERVAL).plusMillis(1));
        idle.send(event(), answers::add);
        assertThat(unanswered).isEmpty();
        assertThat(answers).singleElement().isInstanceOf(RelaySwitch.RelayPausedException.class);
    }

    private static OutboxEvent event() {
        OutgoingRecord record = new OutgoingRecord("acme/1", Map.of(), new byte[0]);
        return OutboxEvent.of("1", "events", record, Instant.EPOCH, "one");
    }

    /** Shows the time that the test sets. */
    private static final class TickingClock extends Clock {
        private final Supplier<Instant> now;

        TickingClock(Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
