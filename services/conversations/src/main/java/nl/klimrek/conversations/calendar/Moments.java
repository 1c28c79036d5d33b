package nl.klimrek.conversations.calendar;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.Decision;

/**
 * One person's moments.
 *
 * @param byConversation by id of the conversation
 */
public record Moments(Map<String, Moment> byConversation) {

    static final Moments NONE = new Moments(Map.of());

    public Moments {
        byConversation = byConversation == null ? Map.of() : Map.copyOf(byConversation);
    }

    /** With a conversation as it stands now, and without what passed before {@code since}. An older fact changes nothing. */
    Decision<Moments> showing(Conversation now, Side side, long sequence, Instant changedAt, Instant since) {
        Moment before = byConversation.get(now.plan().conversation());
        if (before != null && before.sequence() >= sequence) {
            return Decision.unchanged();
        }
        Moment next = Moment.of(now, side, before, sequence, changedAt);
        if (next == null) {
            return Decision.unchanged();
        }
        Map<String, Moment> all = new TreeMap<>(byConversation);
        all.put(next.conversation(), next);
        all.values().removeIf(moment -> moment.end().isBefore(since));
        return Decision.accept(new Moments(all));
    }
}
