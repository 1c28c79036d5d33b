package nl.klimrek.people.corrections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.duplicates.Question;
import nl.klimrek.people.duplicates.Question.Answer;
import nl.klimrek.people.duplicates.Questions;
import nl.klimrek.people.person.HrNumber;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.person.StableId;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.quarantine.QuarantinedRecord.Closed;
import nl.klimrek.people.roster.Roster;

/**
 * Acts on HR's answer whether two are one person. "The same person" makes the number one more number of the person on the
 * roster; then, and after "different people", the record that waited is processed. Each step can be repeated.
 */
final class QuestionAnswers {

    private final Questions questions;
    private final Roster roster;
    private final Quarantine quarantine;
    private final HeldRecords held;

    QuestionAnswers(Questions questions, Roster roster, Quarantine quarantine, HeldRecords held) {
        this.questions = questions;
        this.roster = roster;
        this.quarantine = quarantine;
        this.held = held;
    }

    /** What became of the record that waited; empty when none did. */
    Optional<RecordResult> answer(Organisation organisation, String id, Answer answer, MessageContext cause) {
        Question question = questions.answer(organisation, id, answer, cause);
        if (answer == Answer.SAME_PERSON) {
            roster.link(organisation, new HrNumber(question.source(), question.number()), question.person(), cause);
            questions.tellApart(organisation, question, cause);
        }
        Optional<RecordResult> result = waiting(organisation, question)
                .map(item -> held.process(
                        organisation,
                        item,
                        JsonNodeFactory.instance.objectNode(),
                        StableId.of("answer", id, item.id()),
                        Closed.ANSWERED,
                        cause));
        questions.close(organisation, id);
        return result;
    }

    private Optional<QuarantinedRecord> waiting(Organisation organisation, Question question) {
        return Optional.ofNullable(question.waiting())
                .flatMap(item -> quarantine.find(organisation, item))
                .map(Versioned::state)
                .filter(item -> !item.released());
    }
}
