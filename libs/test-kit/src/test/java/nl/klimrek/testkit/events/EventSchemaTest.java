package nl.klimrek.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventSchemaTest {

    private static final String LEFT = "nl.klimrek.people.person-left.v1";

    @Test
    void valid_data_has_no_violation() {
        assertThat(EventSchema.violations(LEFT, "{'person':'anna','endDate':'2027-01-31'}".replace('\'', '"')))
                .isEmpty();
    }

    @Test
    void a_missing_field_and_an_impossible_date_are_violations() {
        assertThat(EventSchema.violations(LEFT, "{'endDate':'2027-02-31'}".replace('\'', '"')))
                .hasSize(2);
    }

    @Test
    void an_unknown_type_is_refused() {
        assertThatThrownBy(() -> EventSchema.violations("unknown", "{}")).isInstanceOf(IllegalArgumentException.class);
    }
}
