package nl.klimrek.conversations.dialogue.reading;

import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.NextAction;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.reading.ConversationView.AgendaView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.AnswerView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.CarriedOver;
import nl.klimrek.conversations.dialogue.reading.ConversationView.Facts;
import nl.klimrek.conversations.dialogue.reading.ConversationView.Opening;
import nl.klimrek.conversations.dialogue.reading.ConversationView.PreparationView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.Wording;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.steps.QuestionnaireService;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionBankRepository;
import nl.klimrek.conversations.questions.QuestionViewMapper;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.selection.TalkOpening;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Builds the view of a conversation for one reader. */
@Component
class ConversationViewBuilder {

    private final ConversationViewMapper views;
    private final QuestionBankRepository questions;
    private final QuestionnaireService sheets;
    private final QuestionViewMapper questionViews;
    private final MessageSource messages;

    ConversationViewBuilder(
            ConversationViewMapper views,
            QuestionBankRepository questions,
            QuestionnaireService sheets,
            QuestionViewMapper questionViews,
            MessageSource messages) {
        this.messages = messages;
        this.views = views;
        this.questions = questions;
        this.sheets = sheets;
        this.questionViews = questionViews;
    }

    /** Without a word. */
    ConversationView facts(Conversation now) {
        return new ConversationView(facts(now, null), null);
    }

    /** For one of the two: everything but what the other has not shared. */
    ConversationView whole(
            Organisation organisation, Conversation now, Side reader, List<CarriedOver> carriedOver, Locale language) {
        Side other = reader == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
        QuestionBank bank = questions.bank(organisation);
        Questionnaire sheet = sheets.of(organisation, now, reader);
        Wording words = new Wording(
                text(now.appointment().lastDecline()),
                views.points(now.preparations().agenda().points()),
                views.notes(now.preparations().agenda().notes()),
                questionViews.on(sheet, bank, language),
                now.preparations()
                        .of(reader)
                        .map(own -> worded(views.whole(own), bank, language))
                        .orElse(null),
                now.preparations()
                        .of(other)
                        .map(theirs -> worded(ofOther(theirs), bank, language))
                        .orElse(null),
                views.reports(now.reports().versions()),
                views.agreements(agreements(now, reader)),
                carriedOver,
                now.closure() == null ? null : text(now.closure().words()),
                now.status().ahead() ? opening(now, reader, sheet, !carriedOver.isEmpty(), language) : null);
        return new ConversationView(facts(now, reader), words);
    }

    private Opening opening(Conversation now, Side reader, Questionnaire sheet, boolean open, Locale language) {
        TalkOpening help = TalkOpening.of(sheet, now.plan().reason(), open);
        return new Opening(
                help.questions().stream().map(SelectedQuestion::question).toList(),
                help.tip(),
                messages.getMessage("tip." + help.tip() + "." + reader, null, language));
    }

    AgendaView agenda(Conversation now, List<CarriedOver> carriedOver) {
        return new AgendaView(views.points(now.preparations().agenda().points()), carriedOver);
    }

    private static List<Agreement> agreements(Conversation now, Side reader) {
        return reader == Side.EMPLOYEE
                ? now.agreements().all()
                : now.agreements().readBy(now.participants().counterpart());
    }

    /** Each answer with its question as it was asked, so that neither side has to know the other's sheet. */
    private static PreparationView worded(PreparationView preparation, QuestionBank bank, Locale language) {
        return preparation.answers() == null
                ? preparation
                : new PreparationView(
                        preparation.shared(),
                        preparation.template(),
                        preparation.answers().stream()
                                .map(answer -> new AnswerView(
                                        answer.question(),
                                        answer.questionVersion(),
                                        bank.find(answer.question(), answer.questionVersion())
                                                .map(asked -> asked.text(language))
                                                .orElse(null),
                                        answer.text()))
                                .toList());
    }

    private PreparationView ofOther(Preparation preparation) {
        return preparation.shared() ? views.whole(preparation) : views.closed(preparation);
    }

    private Facts facts(Conversation now, @Nullable Side reader) {
        Appointment appointment = now.appointment();
        Proposal proposal = appointment.proposal();
        return new Facts(
                now.plan().conversation(),
                now.plan().type(),
                now.status(),
                now.plan().reason(),
                now.plan().cycle(),
                now.participants().employee(),
                now.participants().counterpart(),
                now.participants().relation(),
                reader,
                reader == null ? null : NextAction.of(now, reader),
                appointment.window().from(),
                appointment.window().until(),
                proposal == null ? null : proposal.slot().start(),
                proposal == null ? null : proposal.slot().end(),
                proposal == null ? null : proposal.by(),
                proposal == null || proposal.outside().isEmpty() ? null : proposal.outside(),
                views.holding(now.meeting()),
                now.reports().versions().size(),
                now.closure() == null ? null : now.closure().outcome(),
                now.closure() == null ? null : now.closure().cancelled());
    }

    private static @Nullable String text(@Nullable PrivateText words) {
        return words == null ? null : words.text();
    }
}
