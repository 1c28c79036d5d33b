package nl.klimrek.testkit.events;

import static nl.klimrek.testkit.events.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.Weekday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventFixtureTest {

    static List<Class<? extends Record>> everyEvent() {
        return Contracts.ALL;
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void every_event_type_is_built_from_its_sample(Class<? extends Record> type) {
        assertThat(anEvent(type).build()).isInstanceOf(type);
    }

    @Test
    void named_components_change_and_the_others_stay() {
        PersonJoined sample = anEvent(PersonJoined.class).build();
        PersonJoined anna = anEvent(PersonJoined.class)
                .with("person", "anna")
                .with("minutesPerWeek", 1440)
                .without("manager")
                .build();
        assertThat(anna)
                .isEqualTo(new PersonJoined(
                        "anna",
                        sample.team(),
                        null,
                        sample.jobFamily(),
                        sample.contractKind(),
                        1440,
                        sample.workingDays(),
                        sample.language(),
                        sample.timeZone(),
                        sample.startDate(),
                        sample.endDate(),
                        sample.absentFrom(),
                        sample.absentUntil(),
                        sample.effectiveAt()));
    }

    @Test
    void a_value_may_be_what_json_turns_into_the_component() {
        PersonJoined anna = anEvent(PersonJoined.class)
                .with("startDate", "2027-01-04")
                .with("contractKind", "PERMANENT")
                .with("workingDays", List.of("MON", Weekday.TUE))
                .build();
        assertThat(anna.startDate()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(anna.contractKind()).isEqualTo(ContractKind.PERMANENT);
        assertThat(anna.workingDays()).containsExactly(Weekday.MON, Weekday.TUE);
    }

    @Test
    void an_unknown_component_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> anEvent(PersonJoined.class).with("hours", 36))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minutesPerWeek");
    }
}
