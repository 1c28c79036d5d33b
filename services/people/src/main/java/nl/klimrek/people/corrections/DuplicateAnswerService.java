package nl.klimrek.people.corrections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.duplicates.DuplicateQuestion;
import nl.klimrek.people.duplicates.DuplicateQuestion.Answer;
import nl.klimrek.people.duplicates.DuplicateQuestionService;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.StableId;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.quarantine.QuarantinedRecord.Closed;
import nl.klimrek.people.roster.RosterService;

/**
 * Acts on HR's answer to a duplicate question. "Same person" links the number to the person on the roster. After either
 * answer, the record that waited is processed. Each step can be repeated.
 */
final class DuplicateAnswerService {

    private final DuplicateQuestionService questions;
    private final RosterService roster;
    private final Quarantine quarantine;
    private final QuarantineReprocessor reprocessor;

    DuplicateAnswerService(
            DuplicateQuestionService questions,
            RosterService roster,
            Quarantine quarantine,
            QuarantineReprocessor reprocessor) {
        this.questions = questions;
        this.roster = roster;
        this.quarantine = quarantine;
        this.reprocessor = reprocessor;
    }

    /** Returns the result of the record that waited; empty when none did. */
    Optional<RecordResult> answer(Organisation organisation, String id, Answer answer, MessageContext cause) {
        DuplicateQuestion question = questions.answer(organisation, id, answer, cause);
        if (answer == Answer.SAME_PERSON) {
            roster.link(
                    organisation, new EmployeeNumber(question.source(), question.number()), question.person(), cause);
            questions.closeSiblings(organisation, question, cause);
        }
        Optional<RecordResult> result = waiting(organisation, question)
                .map(item -> reprocessor.process(
                        organisation,
                        item,
                        JsonNodeFactory.instance.objectNode(),
                        StableId.of("answer", id, item.id()),
                        Closed.ANSWERED,
                        cause));
        questions.close(organisation, id);
        return result;
    }

    private Optional<QuarantinedRecord> waiting(Organisation organisation, DuplicateQuestion question) {
        return Optional.ofNullable(question.waiting())
                .flatMap(item -> quarantine.find(organisation, item))
                .map(Versioned::state)
                .filter(item -> !item.released());
    }
}
