package nl.klimrek.journal.parked;

import nl.klimrek.eventing.Organisation;

/**
 * A record that was found parked.
 *
 * @param organisation whose it is, or who looks after what is nobody's
 * @param id id of its dead letter
 * @param correlation ties it to the undertaking it was a step of; null where that can not be read
 */
public record FoundDeadLetter(
        Organisation organisation, String id, OriginalPosition origin, ParkedRecord parked, String correlation) {}
