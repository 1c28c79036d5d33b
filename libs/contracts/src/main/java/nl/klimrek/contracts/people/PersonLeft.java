package nl.klimrek.contracts.people;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Somebody left the organisation; rights that came from a relation end.
 *
 * @param person random id of the person
 * @param team team left (may be null)
 * @param manager manager left (may be null)
 * @param endDate last day of employment
 */
@EventContract(type = "nl.klimrek.people.person-left.v1", topic = Topics.PEOPLE)
public record PersonLeft(
        String person, @Nullable String team, @Nullable String manager, LocalDate endDate) {}
