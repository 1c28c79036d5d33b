package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.Topics;

/**
 * What a planning run found no room for at one manager.
 *
 * @param cycle id of the cycle
 * @param manager person id of the manager
 * @param conversations conversations without a slot
 * @param minutesShort minutes short, preparation included
 * @param from first day of the windows concerned
 * @param until last day of those windows
 * @param delegates person ids of those who have room and may be asked to help
 */
@EventContract(type = "nl.klimrek.conversations.overload-found.v1", topic = Topics.CONVERSATIONS)
public record OverloadFound(
        String cycle,
        String manager,
        int conversations,
        int minutesShort,
        LocalDate from,
        LocalDate until,
        List<String> delegates) {
    public OverloadFound {
        delegates = KnownValues.of(delegates);
    }
}
