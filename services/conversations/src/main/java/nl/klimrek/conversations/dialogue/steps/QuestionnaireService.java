package nl.klimrek.conversations.dialogue.steps;

import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.questions.Question;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionBankRepository;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.selection.PairHistoryProjection;
import nl.klimrek.conversations.questions.selection.QuestionPreference;
import nl.klimrek.conversations.questions.selection.QuestionSelectionCriteria;
import nl.klimrek.conversations.questions.selection.QuestionSelector;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * The questionnaire of each side: as the side first answered or swapped it, and until then as the bank suggests it
 * now.
 */
@Component
public class QuestionnaireService {

    private final QuestionBankRepository questions;
    private final AggregateStore<QuestionPreference> likings;
    private final PairHistoryProjection histories;

    QuestionnaireService(
            QuestionBankRepository questions,
            AggregateStore<QuestionPreference> likings,
            PairHistoryProjection histories) {
        this.questions = questions;
        this.likings = likings;
        this.histories = histories;
    }

    /** The questions of a side. */
    public Questionnaire of(Organisation organisation, Conversation now, Side side) {
        return now.preparations()
                .questionnaire(side)
                .orElseGet(() -> QuestionSelector.sheet(questions.bank(organisation), wish(organisation, now, side)));
    }

    /** What would come in place of a question; empty when the bank has no other that fits. */
    public Optional<SelectedQuestion> other(
            Organisation organisation, Conversation now, Side side, Questionnaire sheet, String out) {
        return QuestionSelector.other(questions.bank(organisation), wish(organisation, now, side), sheet, out);
    }

    /**
     * The version of a question that a side answers or discusses: the one on a sheet, else the newest that is offered.
     * Refused with {@code question-unknown} or {@code question-retired}.
     */
    public Question seen(Organisation organisation, Conversation now, String id) {
        QuestionBank bank = questions.bank(organisation);
        for (Side side : Side.values()) {
            Optional<Question> onSheet = now.preparations()
                    .questionnaire(side)
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

    private QuestionSelectionCriteria wish(Organisation organisation, Conversation now, Side side) {
        Participants two = now.participants();
        return new QuestionSelectionCriteria(
                now.plan().type(),
                side,
                now.plan().conversation(),
                now.plan().template(),
                likings.find(Key.of(organisation, two.person(side)))
                        .map(Versioned::state)
                        .orElse(QuestionPreference.ANY)
                        .mode(),
                histories.before(
                        organisation,
                        two.employee(),
                        two.counterpart(),
                        now.plan().conversation()));
    }
}
