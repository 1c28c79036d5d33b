package nl.klimrek.conversations.lifecycle;

import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Marks conversations whose window has passed. */
@Component
class MissedWindowService {

    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final OverviewProjection agendas;

    MissedWindowService(AggregateStore<Conversation> conversations, CurrentRoster roster, OverviewProjection agendas) {
        this.conversations = conversations;
        this.roster = roster;
        this.agendas = agendas;
    }

    /** Marks the conversation as missed if its window has passed. */
    void look(Key key) {
        Versioned<Conversation> seen = conversations.handle(
                key,
                MessageContext.system("clock"),
                found -> found.map(now -> now.miss(
                                roster.now(),
                                roster.today(
                                        key.organisation(), now.participants().employee())))
                        .orElseGet(Decision::unchanged));
        agendas.show(key.organisation(), seen);
    }
}
