package nl.klimrek.reminders.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.klimrek.reminders.wording.Placeholder.OccasionValues;
import org.junit.jupiter.api.Test;

/** Names and moments in the place of placeholders, and nothing else. */
class PlaceholderTest {

    private static final OccasionValues NAME_ALONE =
            placeholder -> placeholder == Placeholder.WITH ? Optional.of("Bram {when} $1 \\") : Optional.empty();

    @Test
    void there_are_placeholders_for_a_name_and_a_moment_and_none_for_what_somebody_wrote() {
        assertThat(Placeholder.codes()).containsExactlyInAnyOrder("with", "when");
    }

    @Test
    void a_value_is_put_in_as_it_is_and_not_read_again() {
        assertThat(Placeholder.fill("Praat met {with}. Met {with}?", NAME_ALONE))
                .contains("Praat met Bram {when} $1 \\. Met Bram {when} $1 \\?");
        assertThat(Placeholder.fill("Kies een moment.", NAME_ALONE)).contains("Kies een moment.");
    }

    @Test
    void without_a_value_or_with_an_unknown_one_there_is_no_text() {
        assertThat(Placeholder.fill("Past {when}?", NAME_ALONE)).isEmpty();
        assertThat(Placeholder.fill("Lees {note}.", NAME_ALONE)).isEmpty();
        assertThat(Placeholder.fill("Lees {with", NAME_ALONE)).isEmpty();
    }
}
