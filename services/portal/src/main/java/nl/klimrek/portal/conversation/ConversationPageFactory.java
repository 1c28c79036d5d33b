package nl.klimrek.portal.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.conversation.ConversationPage.AgreementLine;
import nl.klimrek.portal.conversation.ConversationPage.Answered;
import nl.klimrek.portal.conversation.ConversationPage.Balance;
import nl.klimrek.portal.conversation.ConversationPage.Fact;
import nl.klimrek.portal.conversation.ConversationPage.Line;
import nl.klimrek.portal.conversation.ConversationPage.Preparation;
import nl.klimrek.portal.conversation.ConversationPage.ReportPart;
import nl.klimrek.portal.conversation.ConversationPage.Shared;
import nl.klimrek.portal.conversation.ConversationResponse.PrivateNote;
import nl.klimrek.portal.conversation.ConversationResponse.SharedFeedback;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** Says a conversation in the reader's terms. */
final class ConversationPageFactory {
    private final Reader reader;
    private final ConversationResponse talk;
    private final Instant now;

    ConversationPageFactory(Reader reader, ConversationResponse talk, Instant now) {
        this.reader = reader;
        this.talk = talk;
        this.now = now;
    }

    /**
     * @param warnings of the reader's own days; null when they are not known
     * @param own      private notes of the reader
     * @param feedback what was shared here
     */
    ConversationPage page(
            @Nullable String etag,
            @Nullable SlotWarnings warnings,
            List<PrivateNote> own,
            List<SharedFeedback> feedback) {
        NextStepCard card = NextStepCard.of(reader, talk, warnings, now);
        return new ConversationPage(
                talk.id(),
                title(),
                reader.name(talk.other()),
                reader.code("status", talk.status()),
                talk.status(),
                talk.you() != null,
                ConversationResponse.EMPLOYEE.equals(talk.you()),
                facts(),
                ProgressSteps.of(reader, talk),
                card,
                OfferedActions.of(talk, card),
                Objects.toString(talk.slotStart(), null),
                Objects.toString(talk.slotEnd(), null),
                talk.reportVersion(),
                lines(talk.points(), talk.isAhead()),
                agreements(talk.carriedOver()),
                preparation(),
                notes(own),
                shared(feedback),
                talk.known().stream()
                        .map(question -> new Choice(question.id(), question.text()))
                        .toList(),
                reports(),
                agreements(talk.agreements()),
                owners(),
                balance(),
                ConversationResponse.EMPLOYEE.equals(talk.you()) && "COACH_ENDED".equals(talk.cancelled()),
                opening(),
                etag);
    }

    private ConversationPage.@Nullable Opening opening() {
        return talk.opening() == null
                ? null
                : new ConversationPage.Opening(
                        talk.opening().questions().stream()
                                .flatMap(id -> talk.questions().stream()
                                        .filter(question -> id.equals(question.id()))
                                        .map(ConversationResponse.Question::text))
                                .toList(),
                        talk.opening().text());
    }

    private String title() {
        String type = reader.code("type", talk.type());
        return talk.you() == null
                ? reader.say(
                        "conversation.title.facts", type, reader.name(talk.employee()), reader.name(talk.counterpart()))
                : reader.say("conversation.title", type, reader.name(talk.other()));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        add(
                facts,
                "about",
                talk.you() == null || !ConversationResponse.EMPLOYEE.equals(talk.you())
                        ? reader.name(talk.employee())
                        : "");
        add(facts, when(), talk.slotStart() == null ? "" : reader.slot(talk.slotStart(), talk.slotEnd()));
        add(
                facts,
                "held",
                talk.holding() == null ? "" : reader.moment(talk.holding().heldAt()));
        add(
                facts,
                "window",
                talk.holding() == null && !talk.is("ACCEPTED")
                        ? reader.window(talk.windowFrom(), talk.windowUntil())
                        : "");
        add(facts, "reason", reader.code("reason", talk.reason()));
        add(
                facts,
                "relation",
                "LINE".equals(talk.relation())
                                || talk.relation() == null
                                || "EXTERNAL".equals(talk.relation())
                                        && !ConversationResponse.EMPLOYEE.equals(talk.you())
                        ? ""
                        : reader.code("conversation.relation", talk.relation()));
        add(facts, "declined", talk.is("PLANNED", "MISSED", "INVITED") ? talk.declineReason() : "");
        add(facts, "outcome", talk.outcome() == null ? "" : reader.code("conversation.outcome", talk.outcome()));
        add(
                facts,
                "cancelled",
                talk.cancelled() == null ? "" : reader.code("conversation.cancelled", talk.cancelled()));
        add(facts, "ended", talk.endReason());
        return facts;
    }

    private String when() {
        return talk.is("INVITED") ? talk.mine(talk.proposedBy()) ? "proposed.you" : "proposed" : "slot";
    }

    private void add(List<Fact> facts, String label, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(reader.say("conversation.fact." + label, reader.name(talk.other())), value));
        }
    }

    private List<Line> lines(List<ConversationResponse.Point> points, boolean removable) {
        return points.stream()
                .map(point ->
                        new Line(point.id(), side(point.by()), point.text(), removable && talk.mine(point.by()), true))
                .toList();
    }

    private List<Line> notes(List<PrivateNote> own) {
        Stream<Line> mine = own.stream()
                .filter(note -> !note.shared())
                .map(note -> new Line(
                        note.id(),
                        reader.say("conversation.note.private", reader.shortMoment(note.writtenAt())),
                        note.text(),
                        true,
                        false));
        return Stream.concat(lines(talk.notes(), false).stream(), mine).toList();
    }

    private Preparation preparation() {
        ConversationResponse.Preparation mine = talk.mine();
        ConversationResponse.Preparation theirs = talk.theirs();
        return new Preparation(
                mine != null,
                mine != null && mine.shared(),
                mine == null ? List.of() : answers(mine.answers()),
                theirs == null ? List.of() : answers(theirs.answers()),
                theirs != null && !theirs.shared());
    }

    /** Each answer under its question, or under a plain heading when the question is unknown. */
    private List<Answered> answers(List<ConversationResponse.Answer> answers) {
        return answers.stream()
                .map(answer -> new Answered(
                        answer.asked() == null ? reader.say("conversation.question.gone") : answer.asked(),
                        answer.text()))
                .toList();
    }

    private List<Shared> shared(List<SharedFeedback> feedback) {
        return feedback.stream()
                .map(one -> new Shared(
                        reader.name(one.colleague()),
                        reader.code("feedback.kind", one.kind()),
                        one.questions().stream()
                                .map(each -> new Answered(each.question(), each.answer()))
                                .toList()))
                .toList();
    }

    private List<ReportPart> reports() {
        return talk.reports().stream()
                .map(report -> new ReportPart(
                        report.version(),
                        side(report.by()),
                        report.text(),
                        confirmed(report),
                        report.statements().stream()
                                .map(one -> new Answered(
                                        talk.mine(one.by())
                                                ? reader.say("conversation.view.mine")
                                                : reader.say(
                                                        "conversation.view.of", reader.name(talk.person(one.by()))),
                                        one.text()))
                                .toList()))
                .toList();
    }

    private String confirmed(ConversationResponse.Report report) {
        String names = report.confirmedBy().stream()
                .sorted()
                .map(this::side)
                .collect(Collectors.joining(" " + reader.say("conversation.and") + " "));
        return names.isEmpty() ? "" : reader.say("conversation.confirmed.by", names);
    }

    private String side(String side) {
        return reader.who(talk.person(side));
    }

    private List<AgreementLine> agreements(List<ConversationResponse.Agreement> agreements) {
        return agreements.stream().map(this::agreement).toList();
    }

    private AgreementLine agreement(ConversationResponse.Agreement agreement) {
        String state = agreement.state() == null ? "OPEN" : agreement.state();
        String from = agreement.conversation() == null ? talk.id() : agreement.conversation();
        return new AgreementLine(
                from,
                agreement.id(),
                wording(agreement),
                owner(agreement),
                reader.say("conversation.agreement.due", reader.shortDay(agreement.dueDate())),
                reader.code("agreement", state),
                state,
                agreement.dropReason(),
                from + "." + agreement.id());
    }

    /** The owner by name. In an earlier agreement the manager's side is the manager of that time. */
    private String owner(ConversationResponse.Agreement agreement) {
        String person = switch (agreement.owner()) {
            case "EMPLOYEE" -> talk.employee();
            case "MANAGER" -> agreement.with() == null ? talk.counterpart() : agreement.with();
            default -> null;
        };
        return reader.say(
                "conversation.agreement.owner",
                person == null ? reader.code("owner", agreement.owner()) : reader.whoSubject(person));
    }

    private List<Choice> owners() {
        return List.of(
                new Choice("EMPLOYEE", reader.whoFirst(talk.employee())),
                new Choice("MANAGER", reader.whoFirst(talk.counterpart())),
                new Choice("SHARED", reader.code("owner", "SHARED")),
                new Choice("ORGANISATION", reader.code("owner", "ORGANISATION")));
    }

    /** The text of an agreement. A manager reads of an earlier manager's agreements only owner and due date. */
    private String wording(ConversationResponse.Agreement agreement) {
        return agreement.text() == null && agreement.with() != null
                ? reader.say("agreement.wordless", reader.name(agreement.with()))
                : agreement.text();
    }

    private @Nullable Balance balance() {
        ConversationResponse.Holding held = talk.holding();
        return held == null
                ? null
                : new Balance(
                        held.approach(),
                        held.horizon(),
                        held.perspective(),
                        choices(
                                code -> reader.code("conversation.approach", code),
                                "CURATIVE",
                                "PREVENTIVE",
                                "AMPLITIVE"),
                        choices(code -> reader.code("conversation.horizon", code), "NOW", "FUTURE"),
                        choices(
                                code -> reader.code("conversation.perspective", code),
                                "PERSON",
                                "WORK",
                                "SOCIETY",
                                "CONNECTED"));
    }

    private List<Choice> choices(UnaryOperator<String> words, String... codes) {
        return Stream.concat(
                        Stream.of(new Choice("", reader.say("conversation.balance.unsaid"))),
                        Stream.of(codes).map(code -> new Choice(code, words.apply(code))))
                .toList();
    }
}
