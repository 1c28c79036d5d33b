package nl.klimrek.conversations.lifecycle;

import java.util.List;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Marks conversations whose window passed. What a stop leaves behind is due at the next sweep. */
@Component
public class MissedWindowSweep {

    private static final int BATCH_SIZE = 500;

    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final OverviewProjection agendas;

    MissedWindowSweep(AggregateStore<Conversation> conversations, CurrentRoster roster, OverviewProjection agendas) {
        this.conversations = conversations;
        this.roster = roster;
        this.agendas = agendas;
    }

    /** Looks at every conversation that is due. */
    public void sweep() {
        List<Key> due;
        do {
            due = conversations.due(roster.now(), BATCH_SIZE);
            due.forEach(this::look);
        } while (due.size() == BATCH_SIZE);
    }

    private void look(Key key) {
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
