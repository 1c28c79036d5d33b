package nl.klimrek.admin.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntroducedPeopleTest {

    private static final String JOINED = "nl.klimrek.people.person-joined.v1";
    private static final String LEFT = "nl.klimrek.people.person-left.v1";
    private static final String CHANGED = "nl.klimrek.people.person-changed.v1";
    private static final String PLACE = "klimrek.hr.employees.v1-3@17";

    private final IntroducedPeople people = new IntroducedPeople();

    @Test
    void a_person_is_found_by_the_record_that_led_to_the_first_event() {
        people.note(JOINED, "acme", "anna", PLACE);
        people.note(LEFT, "acme", "bram", "klimrek.people.retry-0@5");
        assertThat(people.byRecord())
                .containsEntry("acme/" + PLACE, "anna")
                .containsEntry("acme/klimrek.people.retry-0@5", "bram");
        assertThat(people.withoutRecord()).isZero();
    }

    @Test
    void a_change_introduces_nobody_because_the_record_of_a_manager_changes_others_too() {
        people.note(CHANGED, "acme", "chris", PLACE);
        assertThat(people.byRecord()).isEmpty();
    }

    @Test
    void the_first_event_counts_when_a_restore_published_it_once_more() {
        people.note(JOINED, "acme", "anna", PLACE);
        people.note(JOINED, "acme", "other", PLACE);
        assertThat(people.byRecord()).containsEntry("acme/" + PLACE, "anna");
    }

    @Test
    void people_of_a_file_are_counted_because_their_ids_cannot_be_kept() {
        people.note(JOINED, "acme", "anna", "");
        people.note(JOINED, "acme", "bram", "3f0e9a3c-0000-4000-8000-000000000000");
        people.note(JOINED, "acme", "chris", PLACE);
        assertThat(people.withoutRecord()).isEqualTo(2);
    }
}
