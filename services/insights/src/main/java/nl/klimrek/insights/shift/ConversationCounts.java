package nl.klimrek.insights.shift;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.insights.history.ConversationRecord;
import nl.klimrek.insights.history.PersonConversations;

/**
 * One person's conversations in one month.
 *
 * @param assessments those of the old regime, imported or still run in parallel
 * @param dialogues all others
 */
public record ConversationCounts(int assessments, int dialogues) {
    /** Counts the conversations that a person had in a month, in UTC. */
    static ConversationCounts of(PersonConversations known, YearMonth month) {
        List<ConversationRecord> held = known.conversations().values().stream()
                .filter(one -> one.heldAt() != null
                        && month.equals(YearMonth.from(one.heldAt().atZone(ZoneOffset.UTC))))
                .toList();
        int assessments = (int) held.stream()
                .filter(one -> one.type() == ConversationType.ASSESSMENT)
                .count();
        return new ConversationCounts(assessments, held.size() - assessments);
    }
}
