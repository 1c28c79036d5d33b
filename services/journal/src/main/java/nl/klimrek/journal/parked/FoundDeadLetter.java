package nl.klimrek.journal.parked;

import nl.klimrek.eventing.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * A parked record as read from its dead-letter topic.
 *
 * @param organisation its organisation, or the unattributed organisation
 * @param id id of its dead letter
 * @param correlation correlation id of its event; null when it cannot be read
 */
public record FoundDeadLetter(
        Organisation organisation,
        String id,
        OriginalPosition origin,
        ParkedRecord parked,
        @Nullable String correlation) {}
