package nl.klimrek.standalone.demo.script;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.popforms.PopStarted;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;
import org.junit.jupiter.api.Test;

class EventCheckTest {

    private static final String STARTED = """
            {"pop": "pop-p-1", "employee": "p-1", "template": "%s", "templateVersion": 1}""";

    private final TypedWords words = new TypedWords();
    private final EventCheck check = new EventCheck(words);

    @Test
    void a_fact_of_codes_passes() {
        words.typed("Palliatieve zorg");
        assertThatCode(() -> check.check(started("klimrek-default"))).doesNotThrowAnyException();
    }

    @Test
    void a_fact_that_its_schema_does_not_allow_is_named() {
        assertThatThrownBy(() -> check.check(event(Topics.POP_FORMS, PopStarted.class, "{\"pop\": \"pop-p-1\"}")))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContaining("event-1")
                .hasMessageContaining("pop-started");
    }

    @Test
    void a_typed_word_in_a_fact_is_named_whatever_its_case() {
        words.typed("Iets over Palliatieve zorg");
        assertThatThrownBy(() -> check.check(started("palliatieve")))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContaining("palliatieve");
    }

    @Test
    void a_typed_word_in_a_header_is_found_too() {
        words.typed("Wondzorg");
        CollectedEvent leaking = new CollectedEvent(
                Topics.POP_FORMS,
                Map.of("ce_id", "event-1", "ce_type", Contracts.typeOf(PopStarted.class), "ce_actor", "wondzorg"),
                String.format(STARTED, "klimrek-default"));
        assertThatThrownBy(() -> check.check(leaking))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContaining("wondzorg");
    }

    @Test
    void an_erasure_has_no_data_and_belongs_to_the_directory() {
        assertThatCode(() -> check.check(event(Topics.DIRECTORY, PersonListed.class, "")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(event(Topics.PEOPLE, PersonListed.class, "")))
                .isInstanceOf(DemoFailure.class);
    }

    private static CollectedEvent started(String template) {
        return event(Topics.POP_FORMS, PopStarted.class, String.format(STARTED, template));
    }

    private static CollectedEvent event(String topic, Class<? extends Record> event, String data) {
        return new CollectedEvent(topic, Map.of("ce_id", "event-1", "ce_type", Contracts.typeOf(event)), data);
    }
}
