package nl.klimrek.journal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.checkpoint.SignedExports;
import org.junit.jupiter.api.Test;

class TimelineAccessTest {

    /** About Anna, who talks with Bram. */
    private static final ChainEntry ENTRY =
            SignedExports.chain(List.of(EventFixture.draft("c1", 1))).entries().get(0);

    @Test
    void people_see_entries_about_themselves() {
        assertThat(access("anna", Optional.empty()).allows(ENTRY)).isTrue();
    }

    @Test
    void a_participant_sees_the_entry() {
        assertThat(access("bram", Optional.of(new EntryParticipants("anna", "bram")))
                        .allows(ENTRY))
                .isTrue();
    }

    @Test
    void another_person_does_not_see_the_entry() {
        assertThat(access("carla", Optional.of(new EntryParticipants("anna", "bram")))
                        .allows(ENTRY))
                .isFalse();
    }

    @Test
    void a_former_counterpart_does_not_see_the_entry() {
        assertThat(access("bram", Optional.of(new EntryParticipants("anna", "carla")))
                        .allows(ENTRY))
                .isFalse();
    }

    private static TimelineAccess access(String person, Optional<EntryParticipants> newest) {
        return new TimelineAccess(person, subject -> subject.equals("c1") ? newest : Optional.empty());
    }
}
