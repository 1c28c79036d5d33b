package nl.klimrek.portal.reader;

import java.time.ZoneId;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;

/** Looks up names and time zones by id within one organisation. */
public interface NameLookup {

    /** The full name of a person; empty when unknown or erased. */
    Optional<String> person(Organisation organisation, String person);

    /** The time zone of a person; empty when unknown. */
    Optional<ZoneId> zone(Organisation organisation, String person);

    /** The name of a team by its code; empty when unknown. */
    Optional<String> team(Organisation organisation, String team);
}
