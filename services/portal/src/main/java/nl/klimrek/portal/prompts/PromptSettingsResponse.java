package nl.klimrek.portal.prompts;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's choices as the reminders service answers them.
 *
 * @param from       start of own hours; null for those of the organisation
 * @param until      end of own hours; null for those of the organisation
 * @param usualFrom  start of the organisation's hours
 * @param usualUntil end of the organisation's hours
 * @param perWeek    messages a week at most, duties apart
 * @param undeliverableSince moment since which the person's address accepts no mail; null while it does
 */
record PromptSettingsResponse(
        List<Group> groups,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        LocalTime usualFrom,
        LocalTime usualUntil,
        int perWeek,
        @Nullable Instant undeliverableSince) {

    /**
     * @param group    code of the group
     * @param wanted   whether they come
     * @param mail     whether they come as a message too
     * @param optional what the person chooses about, in their language
     * @param duties   what comes in any case, in their language
     */
    record Group(String group, boolean wanted, boolean mail, List<String> optional, List<String> duties) {

        /** The choice as the form has it. */
        public String choice() {
            return !wanted ? "NONE" : mail ? "MAIL" : "INBOX";
        }
    }
}
