package nl.klimrek.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void the_same_name_has_one_code_whatever_its_case_and_blanks() {
        assertThat(Code.of("  Productie   2 "))
                .isEqualTo(Code.of("productie 2"))
                .isEqualTo("productie-2");
    }

    @Test
    void names_that_lose_signs_on_the_way_keep_apart() {
        assertThat(Code.of("C++")).isNotEqualTo(Code.of("C#")).isNotEqualTo(Code.of("C"));
        assertThat(Code.of("C")).isEqualTo("c");
    }

    @Test
    void any_name_gives_a_code_that_events_can_carry() {
        for (String name : new String[] {"研究", "IT/IS", "-", "é", "a".repeat(200)}) {
            assertThat(Code.of(name)).matches("[a-z0-9][a-z0-9-]{0,98}");
        }
    }
}
