package nl.klimrek.standalone.hr.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.standalone.hr.export.ManagerLookup.Candidate;
import org.junit.jupiter.api.Test;

class ManagerLookupTest {

    private final ManagerLookup managers = new ManagerLookup(List.of(
            candidate("1", "Boer, Willem  J", true),
            candidate("2", "Boer, Willem  K", true),
            candidate("3", "Smit, Anna", true),
            candidate("4", "Smit, Anna", false),
            candidate("5", "Vos, Eva", true)));

    @Test
    void a_name_of_one_person_is_found() {
        assertThat(managers.find("Eva  Vos").number()).isEqualTo("5");
    }

    @Test
    void of_several_with_a_name_the_initials_or_who_still_is_there_decide() {
        assertThat(managers.find("Willem K. Boer").number()).isEqualTo("2");
        assertThat(managers.find("Anna Smit").number()).isEqualTo("3");
    }

    @Test
    void what_can_not_be_told_is_not_guessed() {
        assertThat(managers.find("Willem Boer").number()).isNull();
        assertThat(managers.find("Willem Boer").why()).startsWith("2 people in the file");
        assertThat(managers.find("Raad van Bestuur").why()).startsWith("nobody in the file");
        assertThat(managers.find("")).isEqualTo(new ManagerLookup.Found(null, null));
    }

    private static Candidate candidate(String number, String name, boolean here) {
        return new Candidate(number, PersonName.of(name), here);
    }
}
