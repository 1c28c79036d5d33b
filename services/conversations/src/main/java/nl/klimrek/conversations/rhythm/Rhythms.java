package nl.klimrek.conversations.rhythm;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** The rhythm of each employee. What took place and what was cancelled it hears from this service's own facts. */
@Component
public class Rhythms {

    private static final MessageContext PLANNING = MessageContext.system("rhythm");

    private final AggregateStore<Rhythm> rhythms;
    private final AggregateStore<Conversation> conversations;
    private final Roster roster;

    Rhythms(AggregateStore<Rhythm> rhythms, AggregateStore<Conversation> conversations, Roster roster) {
        this.rhythms = rhythms;
        this.conversations = conversations;
        this.roster = roster;
    }

    /** The rhythm of one employee. */
    public Rhythm of(Organisation organisation, String employee) {
        return rhythms.find(Key.of(organisation, employee))
                .map(Versioned::state)
                .orElse(Rhythm.of(employee));
    }

    /** The rhythms of these employees, by employee; without those who have none yet. */
    public Map<String, Rhythm> of(Organisation organisation, List<String> employees) {
        return rhythms
                .findAll(employees.stream()
                        .map(employee -> Key.of(organisation, employee))
                        .toList())
                .stream()
                .map(Versioned::state)
                .collect(Collectors.toMap(Rhythm::employee, Function.identity()));
    }

    /** Claims what a cycle wants; the answer tells which conversations have their days. */
    public Rhythm claim(Organisation organisation, String employee, List<Claim> wanted, LocalDate today) {
        return change(organisation, employee, PLANNING, rhythm -> rhythm.claim(wanted, today));
    }

    /** What {@link #claim} would answer; nothing is written. */
    public Rhythm asIfClaimed(Organisation organisation, String employee, List<Claim> wanted, LocalDate today) {
        Rhythm now = of(organisation, employee);
        return now.claim(wanted, today).stateOr(() -> now);
    }

    /** Claims what something asks for now; false where one of its type is still to take place in those days. */
    public boolean claimBeside(Organisation organisation, String employee, Claim wanted) {
        return change(organisation, employee, PLANNING, rhythm -> rhythm.claimBeside(wanted))
                .has(wanted.conversation());
    }

    /** Lets these handlers keep the rhythms. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(ConversationHeld.class, this::held).on(ConversationCancelled.class, this::cancelled);
    }

    private void held(ConversationHeld held, EventMeta event) {
        conversations
                .find(Key.of(event.organisation(), held.conversation()))
                .map(Versioned::state)
                .ifPresent(now -> change(
                        event.organisation(),
                        held.employee(),
                        MessageContext.event(event),
                        rhythm -> rhythm.tookPlace(new Held(
                                held.conversation(),
                                now.plan().type(),
                                roster.dayOf(event.organisation(), held.employee(), held.heldAt())))));
    }

    private void cancelled(ConversationCancelled cancelled, EventMeta event) {
        change(
                event.organisation(),
                cancelled.employee(),
                MessageContext.event(event),
                rhythm -> rhythm.released(cancelled.conversation()));
    }

    private Rhythm change(
            Organisation organisation,
            String employee,
            MessageContext cause,
            Function<Rhythm, Decision<Rhythm>> change) {
        Versioned<Rhythm> after = rhythms.handle(
                Key.of(organisation, employee), cause, found -> change.apply(found.orElse(Rhythm.of(employee))));
        return after.state() == null ? Rhythm.of(employee) : after.state();
    }
}
