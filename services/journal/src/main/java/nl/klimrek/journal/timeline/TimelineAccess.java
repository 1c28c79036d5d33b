package nl.klimrek.journal.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.journal.chain.ChainEntry;

/**
 * What one person may see of the journal: what is about themselves, and what they take part in <em>now</em>. Whoever was
 * the counterpart of a conversation until somebody else took over sees nothing of it any more, its beginning included.
 */
final class TimelineAccess {

    private final String person;
    private final Function<String, Optional<Participants>> newest;
    private final Map<String, Optional<Participants>> known = new HashMap<>();

    /** @param newest by subject, who its newest entry that names anybody names */
    TimelineAccess(String person, Function<String, Optional<Participants>> newest) {
        this.person = person;
        this.newest = newest;
    }

    boolean covers(ChainEntry entry) {
        if (entry.step().person().equals(person)) {
            return true;
        }
        boolean named = Participants.of(entry)
                .filter(parties -> parties.include(person))
                .isPresent();
        return named
                && known.computeIfAbsent(entry.step().subject(), newest)
                        .filter(parties -> parties.include(person))
                        .isPresent();
    }
}
