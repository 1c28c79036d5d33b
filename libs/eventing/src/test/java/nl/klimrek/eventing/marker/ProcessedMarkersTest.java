package nl.klimrek.eventing.marker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class ProcessedMarkersTest {

    private final Document document = new Document();

    @Test
    void of_each_stream_the_highest_sequence_is_known_and_all_below_it() {
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
    void a_command_is_known_by_its_key_and_its_key_can_not_carry_another() {
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
    void what_was_remembered_as_a_list_is_still_known_and_goes_on_as_a_block() {
        document.append("commands", List.of(new Document("key", "old").append("print", "print")));
        assertThat(known(new Marker.Command("old", "print"))).isTrue();
        assertThatThrownBy(() -> known(new Marker.Command("old", "other")))
                .isInstanceOf(CommandKeyReusedException.class);
        take(new Marker.Command("new", "print"));
        assertThat(known(new Marker.Command("old", "print"))).isTrue();
        assertThat(known(new Marker.Command("new", "print"))).isTrue();
    }

    @Test
    void what_has_no_marker_is_never_known_and_leaves_none() {
        take(new Marker.None());
        assertThat(known(new Marker.None())).isFalse();
        assertThat(document).isEmpty();
    }

    @Test
    void the_first_step_of_a_new_document_is_remembered_too() {
        Document set = new Document();
        ProcessedMarkers.record(null, new Marker.Event("s", 1), set);
        ProcessedMarkers.record(null, new Marker.Command("k", "p"), set);
        assertThat(ProcessedMarkers.contains(set, new Marker.Event("s", 1))).isTrue();
        assertThat(ProcessedMarkers.contains(set, new Marker.Command("k", "p"))).isTrue();
    }

    private boolean known(Marker marker) {
        return ProcessedMarkers.contains(document, marker);
    }

    private void take(Marker marker) {
        ProcessedMarkers.record(document, marker, document);
    }
}
