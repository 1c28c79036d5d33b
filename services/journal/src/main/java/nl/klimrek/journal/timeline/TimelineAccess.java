package nl.klimrek.journal.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.journal.chain.ChainEntry;

/**
 * Decides which entries a person may read: those about themselves, and those of subjects in which they participate
 * <em>now</em>. A former counterpart of a conversation sees none of its entries, not even the early ones.
 */
final class TimelineAccess {

    private final String person;
    private final Function<String, Optional<EntryParticipants>> newest;
    private final Map<String, Optional<EntryParticipants>> known = new HashMap<>();

    /** @param newest the participants in the newest entry of a subject that names any */
    TimelineAccess(String person, Function<String, Optional<EntryParticipants>> newest) {
        this.person = person;
        this.newest = newest;
    }

    boolean allows(ChainEntry entry) {
        if (entry.event().person().equals(person)) {
            return true;
        }
        boolean named = EntryParticipants.of(entry)
                .filter(participants -> participants.include(person))
                .isPresent();
        return named
                && known.computeIfAbsent(entry.event().subject(), newest)
                        .filter(participants -> participants.include(person))
                        .isPresent();
    }
}
