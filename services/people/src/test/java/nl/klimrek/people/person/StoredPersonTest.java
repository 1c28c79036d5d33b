package nl.klimrek.people.person;

import static nl.klimrek.people.person.PersonFixture.LINES;
import static nl.klimrek.people.person.PersonFixture.NOW;
import static nl.klimrek.people.person.PersonFixture.TODAY;
import static nl.klimrek.people.person.PersonFixture.facts;
import static nl.klimrek.people.person.PersonFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.junit.jupiter.api.Test;

/** Documents that were stored before records stated their fields and said when they were said. */
class StoredPersonTest {

    private static final String FACTS = """
            {"givenName":"Noor","familyName":"Voorbeeld","language":"nl","timeZone":"Europe/Amsterdam","team":"%s",
             "contractKind":"PERMANENT","minutesPerWeek":2160,"workingDays":["MON","TUE"],"startDate":"2024-03-01"}""";
    private static final String STORED = """
            {"person":"p-1","source":"afas","number":"10026","standing":"EMPLOYED","facts":%s,
             "asOf":{"effectiveAt":"2026-05-01","position":1772000000000000},"reporting":{"because":"NONE_GIVEN"},
             "upcoming":[{"kind":"UPSERT","id":"2","print":"b","order":{"effectiveAt":"2026-11-03","position":1773000000000000},"facts":%s}],
             "taken":[{"id":"1","print":"a","early":false}]}""".formatted(FACTS.formatted("A"), FACTS.formatted("B"));

    @Test
    void an_older_document_is_read_repeats_are_known_and_new_records_have_effect() throws Exception {
        Person stored = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(STORED, Person.class);
        assertThat(stored.published()).isTrue();
        HrRecord repeated = new HrRecord.Upsert(
                "1", "a", RecordOrder.saidAt(TODAY, NOW), null, null, facts("X", null), HrField.ALL);
        assertThat(stored.ingest(repeated, LINES, NOW).result().outcome()).isEqualTo(RecordOutcome.UNCHANGED);
        HrRecord corrected = upsert("3", RecordOrder.saidAt(TODAY.minusYears(3), NOW), facts("C", null), HrField.ALL);
        RecordDecision ingestion = stored.ingest(corrected, LINES, NOW);
        assertThat(ingestion.result().outcome()).isEqualTo(RecordOutcome.CHANGED);
        Person now = ingestion.decision().stateOr(() -> stored);
        assertThat(now.advance(LINES, NOW.plusSeconds(3 * 86_400))
                        .stateOr(() -> now)
                        .facts()
                        .team())
                .isEqualTo("B");
    }
}
