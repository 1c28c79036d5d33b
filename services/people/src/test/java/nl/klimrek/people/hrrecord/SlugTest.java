package nl.klimrek.people.hrrecord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void the_same_name_has_one_code_whatever_its_case_and_blanks() {
        assertThat(Slug.of("  Productie   2 "))
                .isEqualTo(Slug.of("productie 2"))
                .isEqualTo("productie-2");
    }

    @Test
    void names_that_lose_signs_on_the_way_keep_apart() {
        assertThat(Slug.of("C++")).isNotEqualTo(Slug.of("C#")).isNotEqualTo(Slug.of("C"));
        assertThat(Slug.of("C")).isEqualTo("c");
    }

    @Test
    void any_name_gives_a_code_that_events_can_carry() {
        for (String name : new String[] {"研究", "IT/IS", "-", "é", "a".repeat(200)}) {
            assertThat(Slug.of(name)).matches("[a-z0-9][a-z0-9-]{0,98}");
        }
    }
}
