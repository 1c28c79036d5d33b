package nl.klimrek.reminders.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import nl.klimrek.contracts.reminders.PromptSettingsChanged;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.timing.SendingHours;
import org.jspecify.annotations.Nullable;

/**
 * A person's choices about prompts. Duties come in any case, because somebody else waits for them.
 *
 * @param person person id
 * @param withoutMail groups that come to the inbox only
 * @param unwanted groups that do not come at all
 * @param from start of the person's own hours; null for those of the organisation
 * @param until end of the person's own hours; null for those of the organisation
 */
public record PromptSettings(
        String person,
        Set<PromptGroup> withoutMail,
        Set<PromptGroup> unwanted,
        @Nullable LocalTime from,
        @Nullable LocalTime until) {

    private static final Duration MIN_HOURS = Duration.ofHours(1);

    public PromptSettings {
        withoutMail = withoutMail == null ? Set.of() : Set.copyOf(withoutMail);
        unwanted = unwanted == null ? Set.of() : Set.copyOf(unwanted);
    }

    /** The choices of a person who chose nothing. */
    public static PromptSettings none(String person) {
        return new PromptSettings(person, Set.of(), Set.of(), null, null);
    }

    /** Replaces these choices. Own hours last an hour at least, within one day. */
    Decision<PromptSettings> change(PromptSettings next) {
        boolean half = (next.from == null) != (next.until == null);
        boolean tooShort = next.from != null
                && next.until != null
                && Duration.between(next.from, next.until).compareTo(MIN_HOURS) < 0;
        if (half || tooShort) {
            return Decision.refuse("sending-hours-invalid");
        }
        return next.equals(this)
                ? Decision.unchanged()
                : Decision.accept(
                        next,
                        new PromptSettingsChanged(
                                person, next.withoutMail.size(), next.unwanted.size(), next.from != null));
    }

    /** Turns off messages of these groups. What they say still comes to the inbox. */
    public Decision<PromptSettings> turnOffMail(Set<PromptGroup> groups) {
        Set<PromptGroup> next = new HashSet<>(withoutMail);
        next.addAll(groups);
        return change(new PromptSettings(person, next, unwanted, from, until));
    }

    /** Whether the person wants what this rule asks. */
    public boolean wants(PromptRule rule) {
        return !rule.optional() || !unwanted.contains(rule.group());
    }

    /** Whether what this rule asks comes as a message too. */
    public boolean wantsMail(PromptRule rule) {
        return !rule.optional() || !withoutMail.contains(rule.group());
    }

    /** The hours of the person, instead of those of the organisation. An organisation that sends at any hour goes on so. */
    public SendingHours hours(SendingHours ofOrganisation) {
        return from == null || until == null || !ofOrganisation.onlyWorkingDays()
                ? ofOrganisation
                : new SendingHours(from, until, true);
    }
}
