package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.deadletter.ReplayGate;
import nl.klimrek.eventing.mongo.DriverFailure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Handlers and batches of an inbox while the driver fails: transient failures hold the record, permanent ones park it. */
class DriverFailuresTest {

    private final CounterCatalogue catalogue = new CounterCatalogue();
    private final List<ConsumerRecord<byte[], byte[]>> poll = List.of(
            RecordFixtures.good("n1", 1).at(0),
            RecordFixtures.good("n2", 1).at(1),
            RecordFixtures.good("n3", 1).at(2));
    private final List<String> applied = new ArrayList<>();
    private final List<Long> parked = new ArrayList<>();
    private RuntimeException failure;

    @ParameterizedTest
    @EnumSource
    void a_handler(DriverFailure driver) {
        failure = driver.create();
        SimulatedInbox inbox = new SimulatedInbox(
                new EventHandlers("readers", catalogue).on(Raised.class, (event, meta) -> apply(meta.subject())),
                catalogue,
                ReplayGate.OPEN);
        assertRecovers(inbox, driver);
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_whose_failure_spring_translated(DriverFailure driver) {
        failure = new DataAccessException("translated", driver.create()) {
            private static final long serialVersionUID = 1L;
        };
        SimulatedInbox inbox = new SimulatedInbox(
                new EventHandlers("readers", catalogue).on(Raised.class, (event, meta) -> apply(meta.subject())),
                catalogue,
                ReplayGate.OPEN);
        assertRecovers(inbox, driver);
    }

    @ParameterizedTest
    @EnumSource
    void a_batch(DriverFailure driver) {
        failure = driver.create();
        SimulatedInbox inbox = new SimulatedInbox(
                new EventHandlers("readers", catalogue)
                        .onBatch(
                                List.of(CounterCatalogue.TOPIC),
                                events -> events.forEach(
                                        event -> apply(event.meta().subject()))),
                catalogue,
                ReplayGate.OPEN);
        assertRecovers(inbox, driver);
    }

    @ParameterizedTest
    @EnumSource
    void a_preprocessor_holds_nothing_that_its_handlers_can_do(DriverFailure driver) {
        failure = driver.create();
        SimulatedInbox inbox = new SimulatedInbox(
                new EventHandlers("readers", catalogue)
                        .preprocess(events -> {
                            throw failure;
                        })
                        .on(Raised.class, (event, meta) -> applied.add(meta.subject())),
                catalogue,
                ReplayGate.OPEN);
        int done = inbox.deliver(poll, (record, reason) -> parked.add(record.offset()));
        assertThat(done).isEqualTo(3);
        assertThat(applied).hasSize(3);
        assertThat(parked).isEmpty();
    }

    /** The second record fails. */
    private void assertRecovers(SimulatedInbox inbox, DriverFailure driver) {
        int done = 0;
        for (int tries = 0; done < poll.size() && tries < 5; tries++) {
            done += inbox.deliver(poll.subList(done, poll.size()), (record, reason) -> parked.add(record.offset()));
            if (driver.isTransient()) {
                assertThat(done).as("the records from the failed one on wait").isLessThanOrEqualTo(tries == 0 ? 1 : 3);
                failure = null;
            }
        }
        assertThat(done).isEqualTo(3);
        assertThat(parked).isEqualTo(driver.isTransient() ? List.of() : List.of(1L));
        assertThat(applied).contains("n1", "n3");
        assertThat(applied.contains("n2")).isEqualTo(driver.isTransient());
    }

    private void apply(String subject) {
        if (failure != null && subject.equals("n2")) {
            throw failure;
        }
        applied.add(subject);
    }
}
