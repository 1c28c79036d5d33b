package nl.klimrek.insights.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.ConversationType;
import org.jspecify.annotations.Nullable;

/**
 * One employee's conversations, as far as figures need them. It holds no text and does not say who the other participant
 * was.
 *
 * @param conversations by conversation id
 */
public record PersonConversations(@JsonProperty("talks") Map<String, ConversationRecord> conversations) {
    public static final PersonConversations NONE = new PersonConversations(Map.of());

    public PersonConversations {
        conversations = Map.copyOf(conversations);
    }

    public PersonConversations planned(String conversation, @Nullable ConversationType type) {
        ConversationRecord known = conversations.get(conversation);
        return with(conversation, new ConversationRecord(type, known == null ? null : known.heldAt()));
    }

    public PersonConversations held(String conversation, Instant at) {
        ConversationRecord known = conversations.get(conversation);
        return with(conversation, new ConversationRecord(known == null ? null : known.type(), at));
    }

    public PersonConversations cancelled(String conversation) {
        Map<String, ConversationRecord> next = new LinkedHashMap<>(conversations);
        next.remove(conversation);
        return new PersonConversations(next);
    }

    /** Types of the conversations that were held from {@code since} on, until {@code now}. */
    public Set<ConversationType> heldTypes(Instant since, Instant now) {
        return conversations.values().stream()
                .filter(one -> one.heldBetween(since, now))
                .map(ConversationRecord::type)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private PersonConversations with(String conversation, ConversationRecord record) {
        Map<String, ConversationRecord> next = new LinkedHashMap<>(conversations);
        next.put(conversation, record);
        return new PersonConversations(next);
    }
}
