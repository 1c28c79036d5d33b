package nl.klimrek.portal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.klimrek.portal.fixture.CannedReader;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private final Reader dutch = CannedReader.of("anna", "nl", Map.of("bram", "Bram Hoekstra", "t-1", "Zorg"));
    private final Reader english = CannedReader.of("anna", "en", Map.of("bram", "Bram Hoekstra"));

    @Test
    void the_reader_is_you_in_the_form_that_the_sentence_needs() {
        assertThat(dutch.who("anna")).isEqualTo("jou");
        assertThat(dutch.whoSubject("anna")).isEqualTo("jij");
        assertThat(dutch.whoFirst("anna")).isEqualTo("Jij");
        assertThat(english.whoFirst("anna")).isEqualTo("You");
        assertThat(dutch.whoSubject("bram")).isEqualTo("Bram Hoekstra");
    }

    @Test
    void a_name_that_the_directory_does_not_have_is_said_to_be_unknown() {
        assertThat(english.name("cora")).isEqualTo("somebody whose name is not known here");
        assertThat(english.isKnown("cora")).isFalse();
        assertThat(english.who("system:cycles")).isEqualTo("Klimrek");
        assertThat(dutch.team("t-1")).isEqualTo("Zorg");
        assertThat(dutch.team("t-2")).isEqualTo("t-2");
    }

    @Test
    void days_and_moments_are_those_of_the_readers_zone() {
        Instant late = Instant.parse("2027-01-04T23:30:00Z");
        assertThat(dutch.today(late)).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(dutch.moment(late)).isEqualTo("dinsdag 5 januari 2027 00:30");
        assertThat(english.day(LocalDate.of(2027, 1, 5))).isEqualTo("Tuesday 5 January 2027");
        assertThat(english.day(null)).isEmpty();
    }

    @Test
    void amounts_are_euros_and_hours_as_people_write_them() {
        assertThat(dutch.amount("EUR", 123_456)).isEqualTo("€ 1.234,56");
        assertThat(english.amount("EUR", 123_456)).isEqualTo("€1,234.56");
        assertThat(english.amount("HOURS", 45)).isEqualTo("45 minutes");
        assertThat(english.amount("HOURS", 120)).isEqualTo("2 hours");
    }
}
