package nl.klimrek.reminders.timing;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import nl.klimrek.eventing.Organisation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Configuration of reminders.
 *
 * @param portalUrl address of the portal, for the links in prompts; a slash at its end is ignored
 * @param from start of the sending hours, on the recipient's clock
 * @param until end of the sending hours, exclusive
 * @param aroundTheClock organisations whose prompts are sent at any hour of any day, such as a demo
 * @param debounce delay between an event and its prompt ({@code settle}): 0 to 10 min
 * @param prepareDaysBefore days between the preparation prompt and the conversation, unless its policy says: 0 to 30
 * @param agreementDaysBefore days between the prompt and an agreement's due date: 0 to 30
 * @param pollInterval time between two checks for due prompts ({@code look-every}): 1 s to 5 min
 * @param messagesPerWeek messages to a person in a week at most, duties apart: 1 to 50
 * @param sender sender address of the messages
 */
@ConfigurationProperties("klimrek.reminders")
public record RemindersProperties(
        @DefaultValue("http://localhost:8080") URI portalUrl,
        @DefaultValue("09:00") LocalTime from,
        @DefaultValue("17:00") LocalTime until,
        @DefaultValue Map<String, Boolean> aroundTheClock,
        @Name("settle") @DefaultValue("30s") Duration debounce,
        @DefaultValue("5") int prepareDaysBefore,
        @DefaultValue("7") int agreementDaysBefore,
        @Name("look-every") @DefaultValue("2s") Duration pollInterval,
        @DefaultValue("5") int messagesPerWeek,
        @DefaultValue("klimrek@localhost") String sender) {

    private static final SendingHours ALWAYS = new SendingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);

    public RemindersProperties {
        require(
                !debounce.isNegative() && debounce.compareTo(Duration.ofMinutes(10)) <= 0,
                "settle must be 0 to 10 min");
        require(prepareDaysBefore >= 0 && prepareDaysBefore <= 30, "prepare-days-before must be 0 to 30");
        require(agreementDaysBefore >= 0 && agreementDaysBefore <= 30, "agreement-days-before must be 0 to 30");
        require(
                pollInterval.toSeconds() >= 1 && pollInterval.compareTo(Duration.ofMinutes(5)) <= 0,
                "look-every must be 1 s to 5 min");
        require(messagesPerWeek >= 1 && messagesPerWeek <= 50, "messages-per-week must be 1 to 50");
        require(from.isBefore(until), "from must be before until");
        portalUrl = URI.create(portalUrl.toString().replaceAll("/+$", ""));
    }

    /** The sending hours of an organisation. */
    public SendingHours hoursOf(Organisation organisation) {
        return aroundTheClock.getOrDefault(organisation.value(), false) ? ALWAYS : new SendingHours(from, until, true);
    }

    /** The days that a rule's file names by their setting. */
    public int daysOf(String setting) {
        return switch (setting) {
            case "prepare-days-before" -> prepareDaysBefore;
            case "agreement-days-before" -> agreementDaysBefore;
            default -> throw new IllegalArgumentException("Unknown setting " + setting);
        };
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("klimrek.reminders." + rule);
        }
    }
}
