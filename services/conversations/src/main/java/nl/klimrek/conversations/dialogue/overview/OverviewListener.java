package nl.klimrek.conversations.dialogue.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.contracts.conversations.AgendaPointAdded;
import nl.klimrek.contracts.conversations.AgendaPointRemoved;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.contracts.conversations.NoteShared;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.PreparationShared;
import nl.klimrek.contracts.conversations.QuestionSwapped;
import nl.klimrek.contracts.conversations.StatementAdded;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.lane.PreprocessedEvents;
import org.springframework.stereotype.Component;

/**
 * Keeps the lists of conversations up to date. The steps of one conversation come close together, so a conversation is shown
 * once a poll, as it is now, instead of once an event.
 */
@Component
public class OverviewListener {

    /** The subject of each of these is a conversation that changed. */
    private static final Set<Class<? extends Record>> TYPES = Set.of(
            ConversationPlanned.class,
            ConversationInvited.class,
            ConversationAccepted.class,
            ConversationRescheduled.class,
            ConversationDeclined.class,
            ConversationMissed.class,
            CounterpartParted.class,
            QuestionSwapped.class,
            AgendaPointAdded.class,
            AgendaPointRemoved.class,
            NoteShared.class,
            StatementAdded.class,
            PreparationSaved.class,
            PreparationShared.class,
            ConversationHeld.class,
            ConversationRecorded.class,
            ConversationConfirmed.class,
            AgreementMade.class,
            AgreementKept.class,
            AgreementDropped.class,
            ConversationClosed.class,
            ConversationCancelled.class);

    private final OverviewProjection overviews;
    private final AggregateStore<Conversation> conversations;
    private final PreprocessedEvents shown = new PreprocessedEvents();

    OverviewListener(OverviewProjection overviews, AggregateStore<Conversation> conversations) {
        this.overviews = overviews;
        this.conversations = conversations;
    }

    public void register(EventHandlers handlers) {
        handlers.preprocess(this::showAll);
        TYPES.forEach(type -> handlers.on(type, (fact, event) -> show(event)));
    }

    private void showAll(List<ReceivedEvent> events) {
        shown.clear();
        Map<Key, List<String>> changes = new LinkedHashMap<>();
        for (ReceivedEvent event : events) {
            if (event.data().map(Record::getClass).filter(TYPES::contains).isPresent()) {
                changes.computeIfAbsent(
                                Key.of(event.meta().organisation(), event.meta().subject()), key -> new ArrayList<>())
                        .add(event.meta().id());
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        Map<Key, Versioned<Conversation>> found = conversations.findAllByKey(List.copyOf(changes.keySet()));
        overviews.showAll(found);
        found.keySet().forEach(key -> shown.add(changes.getOrDefault(key, List.of())));
    }

    private void show(EventMeta event) {
        if (!shown.remove(event.id())) {
            overviews.show(event.organisation(), event.subject());
        }
    }
}
