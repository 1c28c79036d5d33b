package nl.klimrek.conversations.appointment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Reserves the time of the people of a conversation before it is accepted, so that nobody has two conversations at one
 * moment, whatever happens at once and wherever an instance ends.
 *
 * <p>Each person has one book, written in the order of person ids. A conversation is accepted only in the round for which
 * every book holds its time. So a reservation blocks as long as its conversation stands or can still be accepted with it:
 * before a reservation of another conversation is removed, that conversation is accepted or begins another round. A round
 * never comes back, so a reservation that was left behind by an end in between blocks for {@link Reservation#PENDING} at
 * most, and nothing has to free the time when a conversation is moved, declined or cancelled.
 */
@Component
class ReservationService {

    /** More rivals than this in one slot of one person are no rivals but a fault. */
    private static final int MAX_ATTEMPTS = 32;

    private final AggregateStore<AppointmentBook> books;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;

    ReservationService(
            AggregateStore<AppointmentBook> books, AggregateStore<Conversation> conversations, CurrentRoster roster) {
        this.books = books;
        this.conversations = conversations;
        this.roster = roster;
    }

    /**
     * A conversation that has a part of the time already.
     *
     * @param person whose time it is
     */
    record Taken(String person, String conversation, Slot slot) {}

    /**
     * Reserves a slot of all these people; writes nothing where it can see that one of them has another conversation.
     *
     * @param people first the one whose other conversation is reported where several have one
     */
    Optional<Taken> reserve(
            Organisation organisation,
            List<String> people,
            String conversation,
            Slot slot,
            int round,
            MessageContext cause) {
        // The version that the caller expects is that of the conversation.
        MessageContext context = MessageContext.system("appointments").withCorrelation(cause.correlationId());
        List<String> inOrder = people.stream().sorted().toList();
        Reservation wanted = Reservation.of(slot, round, roster.now());
        Optional<Taken> seen = seen(organisation, people, conversation, wanted);
        for (String person : inOrder) {
            if (seen.isEmpty()) {
                seen = reserve(organisation, person, conversation, wanted, context);
            }
        }
        return seen;
    }

    private Optional<Taken> seen(
            Organisation organisation, List<String> people, String conversation, Reservation wanted) {
        Map<Key, Versioned<AppointmentBook>> found = books.findAllByKey(
                people.stream().map(person -> Key.of(organisation, person)).toList());
        for (String person : people) {
            Versioned<AppointmentBook> book = found.get(Key.of(organisation, person));
            for (Map.Entry<String, Reservation> rival : book == null
                    ? Map.<String, Reservation>of().entrySet()
                    : book.state().others(conversation, wanted).entrySet()) {
                if (blocks(state(organisation, rival), rival.getValue())) {
                    return Optional.of(taken(person, rival));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Taken> reserve(
            Organisation organisation, String person, String conversation, Reservation wanted, MessageContext context) {
        Key key = Key.of(organisation, person);
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Versioned<AppointmentBook> written = books.handle(
                    key, context, found -> found.orElse(AppointmentBook.EMPTY).reserve(conversation, wanted));
            AppointmentBook book = written.state();
            Map<String, Reservation> rivals = book.others(conversation, wanted);
            if (rivals.isEmpty()) {
                // A later round of this conversation has its own reservation; the acceptance of this one is refused.
                return Optional.empty();
            }
            for (Map.Entry<String, Reservation> rival : rivals.entrySet()) {
                if (blocks(decided(organisation, rival, context), rival.getValue())) {
                    return Optional.of(taken(person, rival));
                }
                books.handle(
                        key,
                        context,
                        found -> found.orElse(AppointmentBook.EMPTY).remove(rival.getKey(), rival.getValue()));
            }
        }
        throw new IllegalStateException("rivals for a slot never end");
    }

    private boolean blocks(Reservation.State state, Reservation reservation) {
        return state == Reservation.State.STANDS
                || state == Reservation.State.PENDING && !reservation.overdue(roster.now());
    }

    private Reservation.State state(Organisation organisation, Map.Entry<String, Reservation> rival) {
        return rival.getValue()
                .state(conversations
                        .find(Key.of(organisation, rival.getKey()))
                        .map(Versioned::state)
                        .orElse(null));
    }

    /** What the rival is worth now. One that is overdue is accepted in this moment, or can be accepted no more. */
    private Reservation.State decided(
            Organisation organisation, Map.Entry<String, Reservation> rival, MessageContext context) {
        Reservation.State state = state(organisation, rival);
        if (state != Reservation.State.PENDING || !rival.getValue().overdue(roster.now())) {
            return state;
        }
        Conversation after = conversations
                .handle(
                        Key.of(organisation, rival.getKey()),
                        context,
                        found -> SchedulingSteps.endReservation(
                                found.orElseThrow(), rival.getValue().round()))
                .state();
        return rival.getValue().state(after);
    }

    private static Taken taken(String person, Map.Entry<String, Reservation> rival) {
        return new Taken(person, rival.getKey(), rival.getValue().slot());
    }
}
