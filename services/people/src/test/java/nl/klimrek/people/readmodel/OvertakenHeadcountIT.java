package nl.klimrek.people.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headcount when events are overtaken, delivered again, or published by a restored service. */
class OvertakenHeadcountIT {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    @TempDir
    static Path folder;

    private static EmbeddedMongo mongo;
    private static MongoClient client;
    private static int organisations;

    private final Organisation organisation = new Organisation("o" + organisations++);
    private final List<Long> overtaken = new ArrayList<>();
    private final List<Long> epochs = new ArrayList<>();
    private final MemberIndexFactory indexes = new MemberIndexFactory(client.getDatabase("overtaken"));
    private final HeadcountProjection headcount =
            new HeadcountProjection(indexes.of("people"), indexes.of("quarantine"), (collection, event, outcome) -> {
                overtaken.add(event.sequence());
                epochs.add(event.epoch());
            });

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(mongo.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void an_event_that_a_later_one_overtook_is_counted_and_changes_nothing() {
        headcount.joined(joined(), event(1).readAt(0, 10));
        headcount.left(left(), event(3).readAt(1, 5));
        headcount.joined(joined(), event(2).readAt(0, 11));
        assertThat(overtaken).containsExactly(2L);
        assertThat(headcount.summary(organisation)).isEqualTo(new HeadcountProjection.Summary(0, 1, 0, 0, 0));
    }

    @Test
    void a_join_that_is_read_in_a_poll_is_noticed_too() {
        headcount.left(left(), event(3).readAt(1, 5));
        headcount.ahead(List.of(
                new ReceivedEvent(event(2).readAt(0, 11), "klimrek.people.v1", new byte[0], Optional.of(joined()))));
        assertThat(overtaken).containsExactly(2L);
        assertThat(headcount.summary(organisation).left()).isEqualTo(1);
    }

    @Test
    void redelivered_events_are_not_overtaken_ones() {
        headcount.joined(joined(), event(1).readAt(0, 10));
        headcount.joined(joined(), event(2).readAt(0, 11));
        headcount.left(left(), event(3).readAt(1, 5));
        headcount.joined(joined(), event(1).readAt(0, 10));
        headcount.joined(joined(), event(2).readAt(0, 11));
        headcount.left(left(), event(3).readAt(1, 5));
        assertThat(overtaken).isEmpty();
        assertThat(headcount.summary(organisation).left()).isEqualTo(1);
    }

    @Test
    void a_duplicate_that_stands_behind_a_later_event_of_its_partition_is_not_an_overtaken_event() {
        headcount.joined(joined(), event(1).readAt(0, 10));
        headcount.left(left(), event(3).readAt(0, 12));
        headcount.joined(joined(), event(2).readAt(0, 13));
        assertThat(overtaken).isEmpty();
        assertThat(headcount.summary(organisation).left()).isEqualTo(1);
    }

    @Test
    void an_overtaken_event_is_reported_with_the_epoch_of_its_stream() {
        headcount.left(left(), event(3).inEpoch(2).readAt(1, 5));
        headcount.joined(joined(), event(2).inEpoch(2).readAt(0, 11));
        assertThat(overtaken).containsExactly(2L);
        assertThat(epochs).containsExactly(2L);
    }

    @Test
    void a_restored_service_is_followed_under_numbers_that_it_uses_again() {
        headcount.joined(joined(), event(1).readAt(0, 10));
        headcount.joined(joined(), event(5).readAt(0, 11));
        headcount.left(left(), event(2).inEpoch(1).readAt(0, 12));
        headcount.joined(joined(), event(6).readAt(0, 11));
        assertThat(headcount.summary(organisation).left()).isEqualTo(1);
        assertThat(overtaken).isEmpty();
    }

    private EventMeta event(long sequence) {
        return new EventMeta(
                "e" + sequence,
                "type",
                "people",
                "emma",
                organisation,
                "emma",
                sequence,
                Instant.EPOCH,
                "system:test",
                "c",
                null,
                null);
    }

    private static PersonJoined joined() {
        return new PersonJoined(
                "emma",
                null,
                "mark",
                null,
                ContractKind.PERMANENT,
                2160,
                List.of(),
                "nl",
                "Europe/Amsterdam",
                DAY,
                null,
                null,
                null,
                DAY);
    }

    private static PersonLeft left() {
        return new PersonLeft("emma", null, "mark", DAY);
    }
}
