package nl.klimrek.journal.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.journal.chain.Entry;

/**
 * What one person may see of the journal: what is about themselves, and what they take part in <em>now</em>. Whoever was
 * the counterpart of a conversation until somebody else took over sees nothing of it any more, its beginning included.
 */
final class Sight {

    private final String person;
    private final Function<String, Optional<Parties>> newest;
    private final Map<String, Optional<Parties>> known = new HashMap<>();

    /** @param newest by subject, who its newest entry that names anybody names */
    Sight(String person, Function<String, Optional<Parties>> newest) {
        this.person = person;
        this.newest = newest;
    }

    boolean covers(Entry entry) {
        if (entry.step().person().equals(person)) {
            return true;
        }
        boolean named =
                Parties.of(entry).filter(parties -> parties.include(person)).isPresent();
        return named
                && known.computeIfAbsent(entry.step().subject(), newest)
                        .filter(parties -> parties.include(person))
                        .isPresent();
    }
}
