package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationType;
import org.jspecify.annotations.Nullable;

/**
 * A rhythm: which types, how often, from when. A policy, not a date.
 *
 * @param rhythm each type at most once, every {@link #MIN_DAYS} to {@link #MAX_DAYS} days; prepared at most
 *     {@link #MAX_PREPARATION_DAYS} days before
 * @param leadDays days between invitation and conversation, 0 to {@link #MAX_LEAD_DAYS}
 * @param slotMinutes usual length of a conversation, 10 to 480 minutes
 * @param startsOn first day of the first period
 */
public record CadencePolicy(List<CadenceRule> rhythm, int leadDays, int slotMinutes, LocalDate startsOn) {

    public static final int MIN_DAYS = 7;
    public static final int MAX_DAYS = 1826;
    public static final int MAX_LEAD_DAYS = 90;
    public static final int MAX_PREPARATION_DAYS = 30;

    public CadencePolicy {
        rhythm = List.copyOf(rhythm);
        check(startsOn != null, "startsOn");
        check(leadDays >= 0 && leadDays <= MAX_LEAD_DAYS, "leadDays");
        check(slotMinutes >= 10 && slotMinutes <= 480, "slotMinutes");
        check(!rhythm.isEmpty() && possible(rhythm), "rhythm");
    }

    /** Whether these make a rhythm; a team's dialogue belongs to nobody alone. */
    public static boolean possible(List<CadenceRule> rhythm) {
        Set<ConversationType> types = new HashSet<>();
        return rhythm.stream()
                .allMatch(rule -> rule.type() != null
                        && rule.type() != ConversationType.TEAM_DIALOGUE
                        && types.add(rule.type())
                        && rule.everyDays() >= MIN_DAYS
                        && rule.everyDays() <= MAX_DAYS
                        && prepared(rule));
    }

    /** The template that a rule names, with its version; null for the usual one. */
    public static @Nullable String templateOf(CadenceRule rule) {
        return rule.template() == null ? null : rule.template() + "@" + rule.templateVersion();
    }

    private static boolean prepared(CadenceRule rule) {
        return (rule.preparationDays() == null
                        || rule.preparationDays() >= 1 && rule.preparationDays() <= MAX_PREPARATION_DAYS)
                && (rule.template() == null) == (rule.templateVersion() == null);
    }

    private static void check(boolean fits, String field) {
        if (!fits) {
            throw new IllegalArgumentException(field);
        }
    }
}
