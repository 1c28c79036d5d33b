package nl.klimrek.conversations.dialogue.reading;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.reading.ConversationView.CarriedOver;
import nl.klimrek.conversations.dialogue.reading.PreparationForm.FactorView;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.dialogue.steps.QuestionnaireService;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.questions.FactorMirror;
import nl.klimrek.conversations.questions.Question;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionBankRepository;
import nl.klimrek.conversations.questions.QuestionViewMapper;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One's own sheet to prepare on. Of the employee's goals a manager sees those shared with them, anybody else none. */
@RestController
class PreparationFormController {

    private final Participation participation;
    private final QuestionBankRepository questions;
    private final QuestionnaireService sheets;
    private final OpenAgreementFinder agreements;
    private final DevelopmentGoalProjection growths;
    private final ConversationAccessLog looks;
    private final CurrentRoster roster;
    private final QuestionViewMapper questionViews;
    private final ConversationViewMapper views;

    PreparationFormController(
            Participation participation,
            QuestionBankRepository questions,
            QuestionnaireService sheets,
            OpenAgreementFinder agreements,
            DevelopmentGoalProjection growths,
            ConversationAccessLog looks,
            CurrentRoster roster,
            QuestionViewMapper questionViews,
            ConversationViewMapper views) {
        this.participation = participation;
        this.questions = questions;
        this.sheets = sheets;
        this.agreements = agreements;
        this.growths = growths;
        this.looks = looks;
        this.roster = roster;
        this.questionViews = questionViews;
        this.views = views;
    }

    @GetMapping("/api/conversations/{id}/preparation")
    PreparationForm sheet(@PathVariable String id, Caller caller, Locale language) {
        Conversation now = participation.find(caller, id).state();
        Side side = participation.require(caller, now);
        QuestionBank bank = questions.bank(caller.organisation());
        Questionnaire sheet = sheets.of(caller.organisation(), now, side);
        List<CarriedOver> carriedOver = agreements.before(caller.organisation(), now, side);
        List<DevelopmentGoal> goals =
                side == Side.EMPLOYEE || now.participants().relation() == Relation.LINE
                        ? growths.of(caller.organisation(), now.participants().employee(), side == Side.EMPLOYEE)
                        : List.of();
        disclose(caller, now, side, carriedOver, goals);
        return new PreparationForm(
                sheet.template(),
                opensOn(caller, now),
                questionViews.on(sheet, bank, language),
                bank.mirrors().stream()
                        .flatMap(mirror -> factor(bank, mirror, side, language).stream())
                        .toList(),
                carriedOver,
                views.goals(goals));
    }

    private @Nullable LocalDate opensOn(Caller caller, Conversation now) {
        Period preparation = now.plan().preparation();
        Proposal proposal = now.appointment().proposal();
        return preparation == null || proposal == null
                ? null
                : roster.dayOf(
                                caller.organisation(),
                                caller.person(),
                                proposal.slot().start())
                        .minus(preparation);
    }

    private void disclose(
            Caller caller, Conversation now, Side side, List<CarriedOver> carriedOver, List<DevelopmentGoal> goals) {
        if (side == Side.COUNTERPART && !carriedOver.isEmpty()) {
            looks.record(caller, now, side, "AGREEMENTS");
        }
        if (side == Side.COUNTERPART && !goals.isEmpty()) {
            looks.record(caller, now, side, "GOALS");
        }
    }

    /** Empty when the organisation retired one of the two. */
    private Optional<FactorView> factor(QuestionBank bank, FactorMirror mirror, Side side, Locale language) {
        if (bank.retired().contains(mirror.statement()) || bank.retired().contains(mirror.duty())) {
            return Optional.empty();
        }
        Question statement = bank.find(mirror.statement()).orElseThrow();
        Question duty = bank.find(mirror.duty()).orElseThrow();
        return Optional.of(new FactorView(
                mirror.factor(),
                mirror.factor().duty(),
                questionViews.in(side == Side.EMPLOYEE ? statement : duty, language),
                questionViews.in(side == Side.EMPLOYEE ? duty : statement, language)));
    }
}
