package nl.klimrek.conversations.questions;

import java.util.Optional;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.Following;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Picked;
import nl.klimrek.conversations.dialogue.Sheet;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** The sheet of each side: as it first answered or swapped it, and until then as the bank suggests it now. */
@Component
public class Sheets implements Following {

    private final KnownQuestions questions;
    private final AggregateStore<Liking> likings;
    private final AggregateStore<Talks> talks;

    Sheets(KnownQuestions questions, AggregateStore<Liking> likings, AggregateStore<Talks> talks) {
        this.questions = questions;
        this.likings = likings;
        this.talks = talks;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(ConversationHeld.class, this::held);
    }

    /** Remembers what two people talked about. */
    private void held(ConversationHeld fact, EventMeta event) {
        talks.handle(
                between(event.organisation(), fact.employee(), fact.counterpart()),
                MessageContext.event(event),
                found -> found.orElse(Talks.NONE).with(fact));
    }

    /** The questions of a side. */
    public Sheet of(Organisation organisation, Conversation now, Side side) {
        return now.preparations()
                .sheet(side)
                .orElseGet(() -> Choosing.sheet(questions.bank(organisation), wish(organisation, now, side)));
    }

    /** What would come in place of a question; empty when the bank has no other that fits. */
    public Optional<Picked> other(Organisation organisation, Conversation now, Side side, Sheet sheet, String out) {
        return Choosing.other(questions.bank(organisation), wish(organisation, now, side), sheet, out);
    }

    /**
     * The version of a question that a side answers or discusses: the one on a sheet, else the newest that is offered.
     * Refused with {@code question-unknown} or {@code question-retired}.
     */
    public Question seen(Organisation organisation, Conversation now, String id) {
        QuestionBank bank = questions.bank(organisation);
        for (Side side : Side.values()) {
            Optional<Question> onSheet = now.preparations()
                    .sheet(side)
                    .flatMap(sheet -> sheet.find(id))
                    .flatMap(picked -> bank.find(id, picked.version()));
            if (onSheet.isPresent()) {
                return onSheet.get();
            }
        }
        if (bank.retired().contains(id)) {
            throw new RefusedException(Refusal.of("question-retired"));
        }
        return questions.get(organisation, id);
    }

    private Wish wish(Organisation organisation, Conversation now, Side side) {
        Participants two = now.participants();
        return new Wish(
                now.plan().type(),
                side,
                now.plan().conversation(),
                now.plan().template(),
                likings.find(Key.of(organisation, two.person(side)))
                        .map(Versioned::state)
                        .orElse(Liking.ANY)
                        .mode(),
                talks.find(between(organisation, two.employee(), two.counterpart()))
                        .map(Versioned::state)
                        .map(known -> known.before(now.plan().conversation()))
                        .orElse(History.NONE));
    }

    private static Key between(Organisation organisation, String employee, String counterpart) {
        return Key.of(organisation, employee + ":" + counterpart);
    }
}
