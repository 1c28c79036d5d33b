package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** The reserved windows of each employee, kept up to date from this service's own events. */
@Component
public class RhythmService {

    private static final MessageContext PLANNING = MessageContext.system("rhythm");

    private final AggregateStore<EmployeeRhythm> rhythms;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;

    public RhythmService(
            AggregateStore<EmployeeRhythm> rhythms, AggregateStore<Conversation> conversations, CurrentRoster roster) {
        this.rhythms = rhythms;
        this.conversations = conversations;
        this.roster = roster;
    }

    /** The rhythm of one employee. */
    public EmployeeRhythm of(Organisation organisation, String employee) {
        return rhythms.find(Key.of(organisation, employee))
                .map(Versioned::state)
                .orElse(EmployeeRhythm.of(employee));
    }

    /** The rhythms of these employees, by employee; without those who have none yet. */
    public Map<String, EmployeeRhythm> of(Organisation organisation, List<String> employees) {
        return rhythms
                .findAll(employees.stream()
                        .map(employee -> Key.of(organisation, employee))
                        .toList())
                .stream()
                .map(Versioned::state)
                .collect(Collectors.toMap(EmployeeRhythm::employee, Function.identity()));
    }

    /** Claims what a cycle wants; the answer tells which conversations have their days. */
    public EmployeeRhythm claim(Organisation organisation, String employee, List<WindowClaim> wanted, LocalDate today) {
        return change(organisation, employee, PLANNING, rhythm -> rhythm.claim(wanted, today));
    }

    /** What {@link #claim} would answer; nothing is written. */
    public EmployeeRhythm asIfClaimed(
            Organisation organisation, String employee, List<WindowClaim> wanted, LocalDate today) {
        EmployeeRhythm now = of(organisation, employee);
        return now.claim(wanted, today).stateOr(() -> now);
    }

    /** Claims what something asks for now; false where one of its type is still to take place in those days. */
    public boolean claimBeside(Organisation organisation, String employee, WindowClaim wanted) {
        return change(organisation, employee, PLANNING, rhythm -> rhythm.claimBeside(wanted))
                .has(wanted.conversation());
    }

    /** Claims the days of one that was asked for, so that neither a cycle nor what happens plans another one in them. */
    public void asked(Organisation organisation, Conversation asked) {
        change(
                organisation,
                asked.participants().employee(),
                PLANNING,
                rhythm -> rhythm.asked(WindowClaim.of(
                        asked.plan().conversation(),
                        asked.plan().type(),
                        asked.appointment().window())));
    }

    /** Claims what follows a conversation that was cancelled; false where another of its type takes its place. */
    public boolean succeed(Organisation organisation, String employee, String cancelled, WindowClaim wanted) {
        return change(organisation, employee, PLANNING, rhythm -> rhythm.succeed(cancelled, wanted))
                .has(wanted.conversation());
    }

    /** Lets these handlers keep the rhythms. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(ConversationPlanned.class, this::planned)
                .on(ConversationHeld.class, this::held)
                .on(ConversationCancelled.class, this::cancelled);
    }

    /** What was asked for has its days also where an instance ended before it claimed them. */
    private void planned(ConversationPlanned planned, EventMeta event) {
        if (planned.reason() == ConversationReason.ASKED) {
            find(event, planned.conversation())
                    .filter(now -> now.status().ahead() && now.participants().relation() == Relation.LINE)
                    .ifPresent(now -> asked(event.organisation(), now));
        }
    }

    private Optional<Conversation> find(EventMeta event, String conversation) {
        return conversations.find(Key.of(event.organisation(), conversation)).map(Versioned::state);
    }

    private void held(ConversationHeld held, EventMeta event) {
        conversations
                .find(Key.of(event.organisation(), held.conversation()))
                .map(Versioned::state)
                .ifPresent(now -> change(
                        event.organisation(),
                        held.employee(),
                        MessageContext.event(event),
                        rhythm -> rhythm.tookPlace(new HeldConversation(
                                held.conversation(),
                                now.plan().type(),
                                roster.dayOf(event.organisation(), held.employee(), held.heldAt())))));
    }

    private void cancelled(ConversationCancelled cancelled, EventMeta event) {
        boolean asked = find(event, cancelled.conversation())
                .filter(now -> now.plan().reason() == ConversationReason.ASKED
                        && now.plan().cycle() == null)
                .isPresent();
        change(
                event.organisation(),
                cancelled.employee(),
                MessageContext.event(event),
                rhythm ->
                        asked ? rhythm.withdrawn(cancelled.conversation()) : rhythm.released(cancelled.conversation()));
    }

    private EmployeeRhythm change(
            Organisation organisation,
            String employee,
            MessageContext context,
            Function<EmployeeRhythm, Decision<EmployeeRhythm>> change) {
        Versioned<EmployeeRhythm> after = rhythms.handle(
                Key.of(organisation, employee),
                context,
                found -> change.apply(found.orElse(EmployeeRhythm.of(employee))));
        return after.state() == null ? EmployeeRhythm.of(employee) : after.state();
    }
}
