package nl.klimrek.eventing.marker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.marker.ProcessedMarkers.Status;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class ProcessedMarkersTest {

    private final Document document = new Document();

    @Test
    void the_highest_sequence_of_each_stream_and_all_below_it_are_known() {
        take(new Marker.Event("/people#anna.v1", 1));
        take(new Marker.Event("/people#anna.v1", 2));
        take(new Marker.Event("$odd", 1));
        assertThat(known(new Marker.Event("/people#anna.v1", 1))).isTrue();
        assertThat(known(new Marker.Event("/people#anna.v1", 2))).isTrue();
        assertThat(known(new Marker.Event("/people#anna.v1", 3))).isFalse();
        assertThat(known(new Marker.Event("/people#bram", 1))).isFalse();
        assertThat(known(new Marker.Event("$odd", 1))).isTrue();
        assertThat(document.get("seen", Document.class).keySet())
                .noneMatch(name -> name.contains(".") || name.startsWith("$"));
    }

    @Test
    void a_number_that_a_restored_service_uses_again_is_not_taken_for_a_duplicate() {
        EventMeta before = event(7);
        take(marker(before));
        assertThat(known(marker(event(7))))
                .as("the same number in the same epoch")
                .isTrue();
        assertThat(known(marker(event(7).inEpoch(1)))).isFalse();
        take(marker(event(7).inEpoch(1)));
        assertThat(known(marker(event(7).inEpoch(1)))).isTrue();
    }

    @Test
    void the_first_number_of_a_later_epoch_leaves_no_gap_below_it_and_later_numbers_do() {
        take(marker(event(7)));
        take(marker(event(5).inEpoch(1).readAt(5, 10)));
        assertThat(known(marker(event(5).inEpoch(1).asReplayed()))).isTrue();
        assertThat(ProcessedMarkers.statusOf(
                        document, marker(event(4).inEpoch(1).asReplayed())))
                .as("of the epoch before, or parked")
                .isEqualTo(Status.UNKNOWN);
        take(marker(event(8).inEpoch(1).readAt(5, 13)));
        assertThat(ProcessedMarkers.statusOf(
                        document, marker(event(7).inEpoch(1).asReplayed())))
                .isEqualTo(Status.OVERTAKEN);
        assertThat(gaps("/people#anna@1")).containsExactly(4L, 6L, 7L);
    }

    private List<Long> gaps(String stream) {
        return document.get("missed", Document.class).getList(stream, Long.class);
    }

    @Test
    void a_lower_number_from_the_same_partition_is_a_redelivery_or_a_duplicate() {
        take(marker(event(1).readAt(5, 10)));
        take(marker(event(3).readAt(5, 12)));
        assertThat(known(marker(event(2).readAt(5, 11)))).isTrue();
        assertThat(known(marker(event(2).readAt(5, 20)))).isTrue();
    }

    @Test
    void a_lower_number_from_another_partition_was_overtaken_until_it_is_applied() {
        take(marker(event(1).readAt(5, 10)));
        take(marker(event(3).readAt(9, 0)));
        Marker late = marker(event(2).readAt(5, 11));
        assertThat(ProcessedMarkers.statusOf(document, late)).isEqualTo(Status.OVERTAKEN);
        take(late);
        assertThat(known(late)).isTrue();
        assertThat(known(marker(event(3).readAt(9, 0)))).isTrue();
    }

    @Test
    void a_number_before_the_last_applied_one_of_its_partition_is_a_redelivery_after_partitions_were_added() {
        take(marker(event(1).readAt(5, 10)));
        take(marker(event(3).readAt(5, 12)));
        take(marker(event(4).readAt(9, 0)));
        assertThat(known(marker(event(2).readAt(5, 11)))).isTrue();
    }

    @Test
    void a_number_older_than_the_known_gaps_is_not_taken_for_applied() {
        for (long sequence = 2; sequence <= 2 * (SequenceGaps.MAX_RANGES + 2); sequence += 2) {
            take(marker(event(sequence).readAt(9, sequence)));
        }
        assertThat(ProcessedMarkers.statusOf(document, marker(event(1).readAt(5, 11))))
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void a_document_of_the_version_before_knows_no_positions_and_takes_lower_numbers_for_redelivered() {
        take(new Marker.Event(event(3).stream(), 3));
        assertThat(known(marker(event(2).readAt(5, 11)))).isTrue();
        take(marker(event(4).readAt(9, 0)));
        assertThat(ProcessedMarkers.statusOf(document, marker(event(2).readAt(5, 11))))
                .isEqualTo(Status.OVERTAKEN);
    }

    @Test
    void the_positions_of_the_newest_partitions_are_kept() {
        for (int partition = 0; partition <= ReadPositions.MAX_PARTITIONS; partition++) {
            take(marker(event(1 + partition).readAt(partition, 0)));
        }
        assertThat(document.get("readAt", Document.class).getList("/people#anna", Long.class))
                .hasSize(2 * ReadPositions.MAX_PARTITIONS)
                .startsWith(1L)
                .endsWith(4L, 0L);
    }

    private static Marker marker(EventMeta event) {
        return MessageContext.event(event).marker();
    }

    private static EventMeta event(long sequence) {
        return new EventMeta(
                "id",
                "type",
                "/people",
                "anna",
                new Organisation("acme"),
                "anna",
                sequence,
                Instant.EPOCH,
                "anna",
                "c",
                null,
                null);
    }

    @Test
    void a_repeated_command_key_is_recognised_and_refused_for_another_command() {
        take(new Marker.Command("k1", "print"));
        assertThat(known(new Marker.Command("k1", "print"))).isTrue();
        assertThat(known(new Marker.Command("k2", "print"))).isFalse();
        assertThatThrownBy(() -> known(new Marker.Command("k1", "other")))
                .isInstanceOf(CommandKeyReusedException.class);
    }

    @Test
    void the_newest_keys_are_remembered_and_older_ones_make_room() {
        for (int i = 0; i <= CommandKeys.MAX_KEYS; i++) {
            take(new Marker.Command("k" + i, "print"));
        }
        assertThat(document.get("commands", Binary.class).length()).isEqualTo(CommandKeys.MAX_KEYS * 32);
        assertThat(known(new Marker.Command("k0", "print"))).isFalse();
        assertThat(known(new Marker.Command("k1", "print"))).isTrue();
    }

    @Test
    void command_keys_in_the_format_before_blocks_are_known_and_stored_as_a_block() {
        document.append("commands", List.of(new Document("key", "old").append("print", "print")));
        assertThat(known(new Marker.Command("old", "print"))).isTrue();
        assertThatThrownBy(() -> known(new Marker.Command("old", "other")))
                .isInstanceOf(CommandKeyReusedException.class);
        take(new Marker.Command("new", "print"));
        assertThat(known(new Marker.Command("old", "print"))).isTrue();
        assertThat(known(new Marker.Command("new", "print"))).isTrue();
    }

    @Test
    void a_step_without_a_marker_is_always_new_and_leaves_none() {
        take(new Marker.None());
        assertThat(known(new Marker.None())).isFalse();
        assertThat(document).isEmpty();
    }

    @Test
    void the_first_step_of_a_new_document_is_remembered_too() {
        Document set = new Document();
        ProcessedMarkers.record(null, new Marker.Event("s", 1), set);
        ProcessedMarkers.record(null, new Marker.Command("k", "p"), set);
        assertThat(ProcessedMarkers.statusOf(set, new Marker.Event("s", 1))).isEqualTo(Status.PROCESSED);
        assertThat(ProcessedMarkers.statusOf(set, new Marker.Command("k", "p"))).isEqualTo(Status.PROCESSED);
    }

    private boolean known(Marker marker) {
        return ProcessedMarkers.statusOf(document, marker) == Status.PROCESSED;
    }

    private void take(Marker marker) {
        ProcessedMarkers.record(document, marker, document);
    }
}
