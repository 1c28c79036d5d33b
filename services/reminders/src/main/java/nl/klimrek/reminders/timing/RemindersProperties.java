package nl.klimrek.reminders.timing;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import nl.klimrek.eventing.Organisation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reminders.
 *
 * @param portalUrl where a prompt's link leads; a slash at its end is left out
 * @param from first hour of the day in which prompts are sent, on the receiver's clock
 * @param until last hour of that day, not included
 * @param aroundTheClock organisations that want prompts at any hour of any day, such as a demo
 * @param settle how long an event is left to settle before somebody is prompted: 0 to 10 min
 * @param prepareDaysBefore days before a conversation on which to ask for preparation, where its policy does not say: 0 to 30
 * @param agreementDaysBefore days before an agreement is due on which to ask about it: 0 to 30
 * @param lookEvery how often to look for prompts that are due: 1 s to 5 min
 * @param sender address that messages come from
 */
@ConfigurationProperties("klimrek.reminders")
public record RemindersProperties(
        @DefaultValue("http://localhost:8080") URI portalUrl,
        @DefaultValue("09:00") LocalTime from,
        @DefaultValue("17:00") LocalTime until,
        @DefaultValue Map<String, Boolean> aroundTheClock,
        @DefaultValue("30s") Duration settle,
        @DefaultValue("5") int prepareDaysBefore,
        @DefaultValue("7") int agreementDaysBefore,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("klimrek@localhost") String sender) {

    private static final SendingHours ALWAYS = new SendingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);

    public RemindersProperties {
        require(!settle.isNegative() && settle.compareTo(Duration.ofMinutes(10)) <= 0, "settle must be 0 to 10 min");
        require(prepareDaysBefore >= 0 && prepareDaysBefore <= 30, "prepare-days-before must be 0 to 30");
        require(agreementDaysBefore >= 0 && agreementDaysBefore <= 30, "agreement-days-before must be 0 to 30");
        require(
                lookEvery.toSeconds() >= 1 && lookEvery.compareTo(Duration.ofMinutes(5)) <= 0,
                "look-every must be 1 s to 5 min");
        require(from.isBefore(until), "from must be before until");
        portalUrl = URI.create(portalUrl.toString().replaceAll("/+$", ""));
    }

    /** The hours in which people of this organisation are prompted. */
    public SendingHours hoursOf(Organisation organisation) {
        return aroundTheClock.getOrDefault(organisation.value(), false) ? ALWAYS : new SendingHours(from, until, true);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("klimrek.reminders." + rule);
        }
    }
}
