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
    void people_see_what_is_about_themselves() {
        assertThat(access("anna", Optional.empty()).allows(ENTRY)).isTrue();
    }

    @Test
    void the_one_who_takes_part_sees_it_too() {
        assertThat(access("bram", Optional.of(new EntryParticipants("anna", "bram")))
                        .allows(ENTRY))
                .isTrue();
    }

    @Test
    void somebody_else_sees_nothing() {
        assertThat(access("carla", Optional.of(new EntryParticipants("anna", "bram")))
                        .allows(ENTRY))
                .isFalse();
    }

    @Test
    void a_former_counterpart_sees_nothing() {
        assertThat(access("bram", Optional.of(new EntryParticipants("anna", "carla")))
                        .allows(ENTRY))
                .isFalse();
    }

    private static TimelineAccess access(String person, Optional<EntryParticipants> newest) {
        return new TimelineAccess(person, subject -> subject.equals("c1") ? newest : Optional.empty());
    }
}
