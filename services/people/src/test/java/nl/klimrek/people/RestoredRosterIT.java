package nl.klimrek.people;

import static nl.klimrek.people.PeopleUnderTest.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** A restored roster lacks people whom its own events name, until their HR records are read again. */
class RestoredRosterIT {
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final String LACKING = "p-of-after-the-backup";

    private final String organisation = ServiceUnderTest.freshOrganisation();

    @Test
    void what_it_published_of_people_it_lacks_is_read_and_not_parked() {
        List.of(event(1, joined()), event(2, changed()), event(3, new PersonLeft(LACKING, null, "mark", DAY)))
                .forEach(SERVICE.publisher()::publish);
        SERVICE.awaitConsumed();
        assertThat(SERVICE.topics().all(TopicDefinition.deadLetters(Topics.PEOPLE, PeopleService.NAME)))
                .noneMatch(parked -> organisation.equals(parked.attribute("organisation")));
    }

    private TestEvent event(long sequence, Record data) {
        return TestEvent.of(organisation, data)
                .withKey(LACKING)
                .withSubject(LACKING)
                .withSequence(sequence);
    }

    private static PersonJoined joined() {
        return new PersonJoined(
                LACKING,
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

    private static PersonChanged changed() {
        return new PersonChanged(
                LACKING,
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
                DAY,
                List.of(PersonField.MANAGER, PersonField.RETURNED));
    }
}
