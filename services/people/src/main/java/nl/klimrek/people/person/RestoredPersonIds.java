package nl.klimrek.people.person;

import java.time.Clock;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.control.EarlierIds;

/**
 * Person ids from before a restore, by the HR record that led to each. Costs nothing without a restore: whether one noted ids is
 * read once, because it does so while no instance runs.
 */
public final class RestoredPersonIds {

    private final EarlierIds ids;
    private final Clock clock;
    private volatile boolean none;
    private volatile boolean known;

    public RestoredPersonIds(EarlierIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The id that others know this person by; empty if no restore noted one. @param place of the HR record */
    Optional<String> find(Organisation organisation, String place) {
        if (!known) {
            none = ids.isEmpty();
            known = true;
        }
        return none ? Optional.empty() : ids.find(organisation, place, clock.instant());
    }
}
