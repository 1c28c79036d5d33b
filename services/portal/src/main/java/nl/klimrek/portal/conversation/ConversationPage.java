package nl.klimrek.portal.conversation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A conversation as its page shows it; texts are in the reader's language.
 *
 * @param offered  names of the steps that can be taken
 * @param carried  open agreements of earlier conversations
 * @param slotStart of the slot on the table, as the service wrote it; null without one
 */
record ConversationPage(String id, String type, String state, String status, String reason, String employee, String with,
        String when, String window, String asked, String explained, Set<String> offered, String slotStart, String slotEnd,
        int reportVersion, String declineReason, String endReason, List<QuestionLine> questions, boolean shared, boolean prepared,
        List<AnswerLine> theirs, boolean theirsKept, List<ReportPart> reports, List<AgreementLine> agreements,
        List<AgreementLine> carried) {

    public boolean offers(String step) {
        return offered.contains(step);
    }

    /** Whether the page has the forms to keep or drop this agreement; either may be null. */
    public boolean settles(String conversation, String agreement) {
        return offers(Step.KEEPING.name()) && open(agreements, conversation, agreement)
                || offers(Step.CARRIED_KEEPING.name()) && open(carried, conversation, agreement);
    }

    private static boolean open(List<AgreementLine> lines, String conversation, String agreement) {
        return lines.stream().anyMatch(line -> line.open() && line.conversation().equals(conversation) && line.id().equals(agreement));
    }

    /**
     * Words of a step that was not taken, for which there is no form on this page, because the other took that step meanwhile.
     *
     * @param typed what the reader had filled in, by the form's names
     */
    public List<String> unsent(Map<String, String> typed) {
        return typed.keySet().stream().filter(ConversationPage::isForWords).filter(field -> !asks(field, typed)).sorted()
                .map(typed::get).toList();
    }

    private static boolean isForWords(String field) {
        return field.equals("text") || field.equals("reason") || field.startsWith(Step.ANSWER);
    }

    private boolean asks(String field, Map<String, String> typed) {
        if (typed.containsKey("agreement")) {
            return settles(typed.get("from"), typed.get("agreement"));
        }
        return Step.named(typed.get("step")).filter(step -> offers(step.name())).isPresent()
                && (!field.startsWith(Step.ANSWER) || questions.stream().anyMatch(question -> field.equals(Step.ANSWER + question.id())));
    }

    /** A suggested question with what the reader answered before. */
    record QuestionLine(String id, String text, String answer) {
    }

    record AnswerLine(String question, String text) {
    }

    record ReportPart(int version, String by, String text, String confirmedBy, List<AnswerLine> statements) {
    }

    record AgreementLine(String conversation, String id, String text, String owner, String due, String state, String code) {
        public boolean open() {
            return "OPEN".equals(code);
        }
    }
}
