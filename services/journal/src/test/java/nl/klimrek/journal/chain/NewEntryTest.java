package nl.klimrek.journal.chain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NewEntryTest {

    @Test
    void an_entry_is_on_the_timeline_of_its_subject() {
        NewEntry draft = EventFixture.draft("c1", 1);
        Set<TimelineKey> others =
                Set.of(new TimelineKey(TimelineKey.Kind.PERSON, "c1"), new TimelineKey(TimelineKey.Kind.SUBJECT, "c2"));

        assertThatIllegalArgumentException().isThrownBy(() -> new NewEntry(draft.event(), draft.content(), others));
    }
}
