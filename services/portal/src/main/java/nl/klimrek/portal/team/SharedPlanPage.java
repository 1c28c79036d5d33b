package nl.klimrek.portal.team;

import java.util.List;
import nl.klimrek.portal.team.TeamPage.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A report's plan as far as it is shared.
 *
 * @param state     how far its agreement is, in a sentence
 * @param version   version that is read, and can be confirmed
 * @param toConfirm whether the manager can confirm it
 * @param hidden    how many goals are private
 * @param portrait  answers with their question
 */
record SharedPlanPage(
        String person,
        String name,
        String state,
        int version,
        boolean toConfirm,
        @Nullable String etag,
        int hidden,
        List<GoalCard> goals,
        List<Answer> portrait) {

    /**
     * @param meta       what for, and by when
     * @param activities what is done for it, one line each
     */
    record GoalCard(
            String title,
            Mark state,
            String meta,
            String why,
            List<Answer> more,
            List<String> activities,
            List<Shown> evidence) {
        public boolean hasMore() {
            return !more.isEmpty() || !activities.isEmpty() || !evidence.isEmpty();
        }
    }

    record Answer(String question, @Nullable String words) {}

    /**
     * Evidence.
     *
     * @param level      who vouches for it, in words
     * @param toValidate whether the manager can say that they checked it
     */
    record Shown(String id, String text, @Nullable String link, String level, boolean toValidate) {}
}
