package nl.klimrek.conversations.deadline;

import java.util.List;
import nl.klimrek.conversations.agenda.Agendas;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** The clock's step. What a stop in the middle leaves behind is still due the next time. */
@Component
public class MissedWindows {

    private static final int AT_ONCE = 500;

    private final AggregateStore<Conversation> conversations;
    private final Roster roster;
    private final Agendas agendas;

    MissedWindows(AggregateStore<Conversation> conversations, Roster roster, Agendas agendas) {
        this.conversations = conversations;
        this.roster = roster;
        this.agendas = agendas;
    }

    /** Looks at every conversation that is due. */
    public void sweep() {
        List<Key> due;
        do {
            due = conversations.due(roster.now(), AT_ONCE);
            due.forEach(this::look);
        } while (due.size() == AT_ONCE);
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
