package nl.klimrek.portal.conversation;

import static nl.klimrek.portal.conversation.ConversationAnswer.listed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.klimrek.portal.conversation.ConversationAnswer.Answer;
import nl.klimrek.portal.conversation.ConversationPage.AgreementLine;
import nl.klimrek.portal.conversation.ConversationPage.AnswerLine;
import nl.klimrek.portal.conversation.ConversationPage.QuestionLine;
import nl.klimrek.portal.conversation.ConversationPage.ReportPart;
import nl.klimrek.portal.reader.Reader;

/** Says a conversation in the reader's terms. */
final class ConversationPages {
    private final Reader reader;
    private final ConversationAnswer now;

    ConversationPages(Reader reader, ConversationAnswer now) {
        this.reader = reader;
        this.now = now;
    }

    ConversationPage page() {
        String window = reader.window(now.windowFrom(), now.windowUntil());
        String asked = now.asked() == null ? "" : reader.code("asked", now.asked());
        boolean shared = now.mine() != null && now.mine().shared();
        return new ConversationPage(now.id(), reader.code("type", now.type()), now.status(), reader.code("status", now.status()),
                reader.code("reason", now.reason()), reader.name(now.employee()), other(),
                now.slotStart() == null ? window : reader.slot(now.slotStart(), now.slotEnd()), window, asked,
                now.asked() == null ? "" : reader.maybe("asked." + now.asked() + ".explained").orElse(""),
                Offer.of(now).stream().map(Step::name).collect(Collectors.toSet()),
                Objects.toString(now.slotStart(), null), Objects.toString(now.slotEnd(), null), now.reportVersion(),
                now.declineReason(), now.endReason(), questions(), shared, now.mine() != null,
                now.theirs() == null ? List.of() : answers(listed(now.theirs().answers())),
                now.theirs() != null && !now.theirs().shared(), reports(),
                listed(now.agreements()).stream().map(this::agreement).toList(),
                listed(now.carriedOver()).stream().map(this::agreement).toList());
    }

    /** For one of the two the other; for everybody else the counterpart. */
    private String other() {
        return reader.name("COUNTERPART".equals(now.you()) ? now.employee() : now.counterpart());
    }

    /** The suggested questions, and after them any other that was answered before. */
    private List<QuestionLine> questions() {
        Map<String, String> before = now.mine() == null ? Map.of() : listed(now.mine().answers()).stream()
                .collect(Collectors.toMap(Answer::question, Answer::text, (one, other) -> one));
        List<QuestionLine> lines = new ArrayList<>();
        listed(now.questions()).forEach(question ->
                lines.add(new QuestionLine(question.id(), question.text(), before.getOrDefault(question.id(), ""))));
        before.forEach((id, text) -> {
            if (lines.stream().noneMatch(line -> line.id().equals(id))) {
                lines.add(new QuestionLine(id, id, text));
            }
        });
        return lines;
    }

    private List<AnswerLine> answers(List<Answer> answers) {
        Map<String, String> texts = listed(now.questions()).stream()
                .collect(Collectors.toMap(ConversationAnswer.Question::id, ConversationAnswer.Question::text, (one, other) -> one));
        return answers.stream().map(answer -> new AnswerLine(texts.getOrDefault(answer.question(), answer.question()), answer.text()))
                .toList();
    }

    private List<ReportPart> reports() {
        return listed(now.reports()).stream().map(report -> new ReportPart(report.version(), side(report.by()), report.text(),
                listed(report.confirmedBy()).stream().map(this::side).sorted().collect(Collectors.joining(", ")),
                listed(report.statements()).stream().map(one -> new AnswerLine(side(one.by()), one.text())).toList())).toList();
    }

    private String side(String side) {
        return reader.who("EMPLOYEE".equals(side) ? now.employee() : now.counterpart());
    }

    private AgreementLine agreement(ConversationAnswer.Agreement agreement) {
        String state = agreement.state() == null ? "OPEN" : agreement.state();
        return new AgreementLine(agreement.conversation() == null ? now.id() : agreement.conversation(), agreement.id(),
                wording(agreement), reader.code("owner", agreement.owner()), reader.shortDay(agreement.dueDate()),
                reader.code("agreement", state), state);
    }

    /** Of what was agreed with somebody before, a manager may see only whose turn it is and when. */
    private String wording(ConversationAnswer.Agreement agreement) {
        return agreement.text() == null && agreement.with() != null
                ? reader.say("agreement.wordless", reader.name(agreement.with())) : agreement.text();
    }
}
