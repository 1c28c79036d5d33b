package nl.klimrek.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    private static OutboxEvent event() {
        OutgoingRecord record = new OutgoingRecord("acme/1", Map.of(), new byte[0]);
        return OutboxEvent.of("1", "events", record, Instant.EPOCH, "one");
    }
}
