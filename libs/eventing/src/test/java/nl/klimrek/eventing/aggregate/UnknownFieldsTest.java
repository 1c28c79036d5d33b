package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

    /** The state as the version before knows it. */
    record Talk(@JsonAlias("oldName") String name, Place place, List<Place> others, Map<String, Place> byDay) {}

    record Place(String city, String room) {}

    private final StateCodec<Talk> codec = new StateCodec<>(Talk.class);

    @Test
    void a_field_that_a_newer_version_wrote_survives_a_write() {
        assertThat(written(new Document("name", "a").append("mood", "good")).get("mood"))
                .isEqualTo("good");
    }

    @Test
    void an_unknown_field_survives_in_nested_records_maps_and_unchanged_list_elements() {
        Document place = new Document("city", "Delft").append("room", "1").append("floor", 3);
        Document written = written(new Document("name", "a")
                .append("place", place)
                .append("others", List.of(place))
                .append("byDay", new Document("monday", place)));
        assertThat(((Map<?, ?>) written.get("place")).get("floor")).isEqualTo(3);
        assertThat(((Map<?, ?>) ((List<?>) written.get("others")).get(0)).get("floor"))
                .isEqualTo(3);
        assertThat(((Map<?, ?>) ((Map<?, ?>) written.get("byDay")).get("monday")).get("floor"))
                .isEqualTo(3);
    }

    @Test
    void a_known_field_that_was_emptied_and_the_old_name_of_a_field_do_not_return() {
        Document written = codec.write(
                new Talk("a", null, null, null),
                new Document("oldName", "a").append("place", new Document("city", "Delft")));
        assertThat(written).isEqualTo(new Document("name", "a"));
    }

    private Document written(Document stored) {
        return codec.write(codec.read(stored), stored);
    }
}
