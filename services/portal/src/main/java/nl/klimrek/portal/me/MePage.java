package nl.klimrek.portal.me;

import java.util.List;
import java.util.Map;
import nl.klimrek.portal.agenda.Conversations;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.today.Waiting;

/**
 * All that the employee's page shows; each part may be missing by itself.
 *
 * @param waiting       prompts
 * @param steps         conversations that ask something of the reader and that no prompt names yet
 * @param conversations the reader's own
 * @param agreements    what is still to be kept
 * @param plan          goals; null when no plan was started
 * @param pots          budgets
 * @param requests      own requests, newest first
 */
record MePage(Section<List<Waiting.Line>> waiting, List<Conversations.Line> steps, Section<List<Conversations.Line>> conversations,
        Section<List<AgreementLine>> agreements, Section<PlanPart> plan, Section<List<PotLine>> pots,
        Section<List<RequestLine>> requests) {

    record AgreementLine(String conversation, String text, String owner, String due) {
    }

    /** @param started false where there is no plan yet */
    record PlanPart(boolean started, String agreement, List<GoalLine> goals) {
    }

    record GoalLine(String title, String state, String code, String target, String purpose, boolean keptPrivate) {
    }

    record PotLine(String name, String until, String granted, String available, String reserved, String spent) {
    }

    record RequestLine(String what, String status, String code, String amounts, String neededOn, String reason, String alternative) {
    }

    /** Conversation of each open agreement, by the agreement's id. */
    static Map<String, String> conversations(List<Answers.OpenAgreement> open) {
        return open.stream().collect(java.util.stream.Collectors.toMap(Answers.OpenAgreement::id,
                Answers.OpenAgreement::conversation, (one, other) -> one));
    }
}
