package nl.klimrek.conversations.questions.selection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.eventing.Decision;

/**
 * The latest conversations that two people had with each other, in codes. Those with others are not in it, so a questionnaire gives away
 * nothing about them.
 *
 * @param held by conversation
 */
public record PairHistory(Map<String, Held> held) {

    static final PairHistory NONE = new PairHistory(Map.of());
    private static final Comparator<Map.Entry<String, Held>> EARLIEST_FIRST = Comparator.comparing(
                    (Map.Entry<String, Held> one) -> one.getValue().at())
            .thenComparing(Map.Entry::getKey);

    public PairHistory {
        held = Map.copyOf(held);
    }

    /**
     * A conversation that was held.
     *
     * @param at when
     * @param balance what it was about
     */
    public record Held(Instant at, Orientation balance) {}

    /** With a talk that was held, or of which it was said again what it was about. */
    public Decision<PairHistory> with(ConversationHeld fact) {
        Map<String, Held> next = new TreeMap<>(held);
        next.put(
                fact.conversation(),
                new Held(fact.heldAt(), new Orientation(fact.approach(), fact.horizon(), fact.perspective())));
        if (next.size() > ConversationHistory.LOOKS_BACK + 1) {
            next.remove(
                    next.entrySet().stream().min(EARLIEST_FIRST).orElseThrow().getKey());
        }
        PairHistory talks = new PairHistory(next);
        return talks.equals(this) ? Decision.unchanged() : Decision.accept(talks);
    }

    /** What was talked about before a conversation: without that one itself, oldest first. */
    public ConversationHistory before(String conversation) {
        List<Orientation> others = held.entrySet().stream()
                .filter(one -> !one.getKey().equals(conversation))
                .sorted(EARLIEST_FIRST)
                .map(one -> one.getValue().balance())
                .toList();
        return new ConversationHistory(others);
    }
}
