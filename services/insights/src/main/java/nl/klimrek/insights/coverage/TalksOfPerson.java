package nl.klimrek.insights.coverage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * One employee's conversations as far as figures need them: no words, and who the other was is not kept.
 *
 * @param talks by conversation id
 */
public record TalksOfPerson(Map<String, Talk> talks) {

    static final TalksOfPerson NONE = new TalksOfPerson(Map.of());

    public TalksOfPerson {
        talks = Map.copyOf(talks);
    }

    TalksOfPerson planned(String conversation, ConversationType type) {
        Talk known = talks.get(conversation);
        return with(conversation, new Talk(type, known == null ? null : known.heldAt()));
    }

    TalksOfPerson held(String conversation, Instant at) {
        Talk known = talks.get(conversation);
        return with(conversation, new Talk(known == null ? null : known.type(), at));
    }

    TalksOfPerson cancelled(String conversation) {
        Map<String, Talk> next = new LinkedHashMap<>(talks);
        next.remove(conversation);
        return new TalksOfPerson(next);
    }

    /** Types of the conversations that were held from {@code since} on, until {@code now}. */
    Set<ConversationType> heldTypes(Instant since, Instant now) {
        return talks.values().stream()
                .filter(talk -> talk.type() != null && talk.heldAt() != null)
                .filter(talk -> !talk.heldAt().isBefore(since) && !talk.heldAt().isAfter(now))
                .map(Talk::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    private TalksOfPerson with(String conversation, Talk talk) {
        Map<String, Talk> next = new LinkedHashMap<>(talks);
        next.put(conversation, talk);
        return new TalksOfPerson(next);
    }
}
