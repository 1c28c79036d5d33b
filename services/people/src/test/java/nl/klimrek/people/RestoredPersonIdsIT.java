package nl.klimrek.people;

import static nl.klimrek.people.PeopleUnderTest.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.control.EarlierIds;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.RestoredPersonIds;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A person keeps the random id over a restore, because the first event names the record that led to it. */
class RestoredPersonIdsIT {

    private static final String PLACE = Topics.HR_EMPLOYEES + "-3@17";
    private static final EmployeeNumber NUMBER = new EmployeeNumber("afas", "10");

    private final Organisation organisation = new Organisation(ServiceUnderTest.freshOrganisation());
    private final HrSystem system = new HrSystem(organisation.value());
    private final EarlierIds earlier =
            new EarlierIds(SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase());

    @BeforeEach
    void restoreNotesAnId() {
        earlier.replaceAll(
                Map.of(EarlierIds.key(organisation.value(), PLACE), "earlier-id"),
                SERVICE.clock().instant());
    }

    @Test
    void the_first_event_of_a_person_names_the_place_of_the_record_that_led_to_the_id() {
        system.employee("10", "2026-01-01");
        assertThat(placeIn(awaitJoined())).isEqualTo(placeOfRecord(0));
    }

    @Test
    void the_event_of_a_first_day_names_the_record_that_announced_the_person() {
        LocalDate start =
                LocalDate.ofInstant(SERVICE.clock().instant(), ZoneOffset.UTC).plusDays(3);
        system.send(
                system.attributes(HrSystem.UPSERTED, "10"),
                HrSystem.person("10", "2026-01-01").replace("2024-03-01", start.toString()));
        system.send(
                system.attributes(HrSystem.UPSERTED, "10"),
                HrSystem.person("10", "2026-01-02", "\"team\":\"Noord\"").replace("2024-03-01", start.toString()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> PeopleUnderTest.hr(organisation.value())
                                .get("/by-number?source=hr-" + organisation.value() + "&number=10")
                                .json()
                                .at("/0/records")
                                .size()
                        == 2);
        ClockJobs.daysPass(SERVICE, 4);
        assertThat(placeIn(awaitJoined())).isEqualTo(placeOfRecord(0));
    }

    @Test
    void a_record_that_is_read_again_after_a_restore_leads_to_the_id_that_others_know() {
        assertThat(introduce(PLACE, Duration.ZERO).person()).isEqualTo("earlier-id");
    }

    @Test
    void another_record_leads_to_a_new_id() {
        assertThat(introduce(Topics.HR_EMPLOYEES + "-3@18", Duration.ZERO).person())
                .isNotEqualTo("earlier-id");
        assertThat(introduce(null, Duration.ZERO).person()).isNotEqualTo("earlier-id");
    }

    @Test
    void long_after_a_restore_a_record_at_the_same_place_is_another_one() {
        assertThat(introduce(PLACE, EarlierIds.VALID_FOR).person()).isNotEqualTo("earlier-id");
    }

    /** Introduces a person by a record at this place. */
    private EmployeeNumberLink introduce(String place, Duration later) {
        RestoredPersonIds restored = new RestoredPersonIds(
                earlier, Clock.fixed(SERVICE.clock().instant().plus(later), ZoneOffset.UTC));
        EmployeeNumberRepository numbers = new EmployeeNumberRepository(SERVICE.store("numbers"), restored);
        return numbers.findOrCreate(organisation, new EmployeeNumber(NUMBER.source(), NUMBER.number() + place), place);
    }

    private TopicRecord awaitJoined() {
        return await().atMost(Duration.ofSeconds(20))
                .until(this::joined, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<TopicRecord> joined() {
        return SERVICE.topics().of(organisation.value(), Topics.PEOPLE).stream()
                .filter(record -> record.shortType().equals("person-joined"))
                .findFirst();
    }

    private static String placeIn(TopicRecord event) {
        return event.attribute("causationid");
    }

    private String placeOfRecord(int index) {
        // Other tests send records without a key.
        List<TopicRecord> sent = SERVICE.topics().all(Topics.HR_EMPLOYEES).stream()
                .filter(record -> organisation.value().equals(record.attribute("organisation")))
                .toList();
        var raw = sent.get(index).raw();
        return raw.topic() + "-" + raw.partition() + "@" + raw.offset();
    }
}
