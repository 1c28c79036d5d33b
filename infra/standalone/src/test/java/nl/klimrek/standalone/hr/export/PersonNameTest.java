package nl.klimrek.standalone.hr.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void the_two_ways_of_writing_a_name_are_one_name() {
        assertThat(PersonName.of("Boer,  Willem  J ").key())
                .isEqualTo(PersonName.of("willem boer").key())
                .isEqualTo(PersonName.of("Willem J. Boer").key());
    }

    @Test
    void a_name_is_split_without_its_stray_blanks() {
        assertThat(PersonName.of("El Amrani,Zineb   ")).isEqualTo(new PersonName("Zineb", "El Amrani"));
        assertThat(PersonName.of("Zineb  El Amrani")).isEqualTo(new PersonName("Zineb El", "Amrani"));
        assertThat(PersonName.of("Madonna")).isEqualTo(new PersonName("", "Madonna"));
    }

    @Test
    void accents_do_not_make_another_person_but_a_second_given_name_does() {
        assertThat(PersonName.of("René Smit").key())
                .isEqualTo(PersonName.of("Smit, Rene").key());
        assertThat(PersonName.of("Smit, Anna Maria").key())
                .isNotEqualTo(PersonName.of("Smit, Anna").key());
    }
}
