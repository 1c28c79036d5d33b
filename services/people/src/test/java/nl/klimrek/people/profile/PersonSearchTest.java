package nl.klimrek.people.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonSearchTest {
    private static final PersonView ZOE = new PersonView(
            "p-1",
            "0042",
            "hr",
            null,
            "Zoë",
            "van den Berg",
            "z.vandenberg@example.org",
            null,
            null,
            "zorg-1",
            "Zorg Oost",
            "Wijkverpleegkundige",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    @Test
    void finds_by_any_part_of_what_is_known_whatever_the_accents_and_case() {
        for (String text : new String[] {"zoe", "ZOË", "berg zoë", "wijkverpl", "oost", "0042", "vandenberg@", "  "}) {
            assertThat(PersonSearch.of(text).finds(ZOE)).as(text).isTrue();
        }
    }

    @Test
    void every_word_has_to_occur() {
        assertThat(PersonSearch.of("zoe jansen").finds(ZOE)).isFalse();
        assertThat(PersonSearch.of("4243").finds(ZOE)).isFalse();
    }
}
