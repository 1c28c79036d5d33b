package nl.klimrek.insights.coverage;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * The number of people in a group who had a conversation.
 *
 * @param people people in the group
 * @param withConversation those who had at least one
 * @param byType those who had at least one of that type; types nobody had are left out
 */
public record CoverageFigure(int people, int withConversation, Map<ConversationType, Integer> byType) {

    static CoverageFigure of(Collection<Set<ConversationType>> heldByPerson) {
        Map<ConversationType, Integer> byType = new EnumMap<>(ConversationType.class);
        int withConversation = 0;
        for (Set<ConversationType> held : heldByPerson) {
            withConversation += held.isEmpty() ? 0 : 1;
            held.forEach(type -> byType.merge(type, 1, Integer::sum));
        }
        return new CoverageFigure(heldByPerson.size(), withConversation, byType);
    }
}
