package nl.klimrek.conversations.planning.availability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults of the planner.
 *
 * @param preparationMinutes kept free for the manager before each conversation, 0 to 120; default 15, enough to read what
 *     was agreed last time
 * @param perDay conversations a manager has on a day at most, 0 to 16; default 3, because nobody listens well to a fourth
 * @param perWeek conversations a full-time manager has in a week at most, 0 to 80; default 8: with preparation some ten of
 *     forty hours. Who works less has as much less, rounded up
 * @param againDays days between now and the new slot when one is proposed again, 0 to 30; default 2
 */
@ConfigurationProperties("klimrek.conversations.planner")
public record PlannerSettings(
        @DefaultValue("15") int preparationMinutes,
        @DefaultValue("3") int perDay,
        @DefaultValue("8") int perWeek,
        @DefaultValue("2") int againDays) {

    public PlannerSettings {
        check(preparationMinutes, 120, "preparation-minutes");
        check(perDay, 16, "per-day");
        check(perWeek, 80, "per-week");
        check(againDays, 30, "again-days");
    }

    private static void check(int value, int most, String key) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("klimrek.conversations.planner." + key + " must be 0 to " + most);
        }
    }
}
