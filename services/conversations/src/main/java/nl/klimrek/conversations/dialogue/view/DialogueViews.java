package nl.klimrek.conversations.dialogue.view;

import java.util.List;
import nl.klimrek.conversations.agenda.AgendaEntry;
import nl.klimrek.conversations.dialogue.Agreement;
import nl.klimrek.conversations.dialogue.Answer;
import nl.klimrek.conversations.dialogue.Holding;
import nl.klimrek.conversations.dialogue.Point;
import nl.klimrek.conversations.dialogue.Preparation;
import nl.klimrek.conversations.dialogue.Report;
import nl.klimrek.conversations.dialogue.SharedNote;
import nl.klimrek.conversations.dialogue.Statement;
import nl.klimrek.conversations.dialogue.view.ConversationView.AgreementView;
import nl.klimrek.conversations.dialogue.view.ConversationView.AnswerView;
import nl.klimrek.conversations.dialogue.view.ConversationView.CarriedOver;
import nl.klimrek.conversations.dialogue.view.ConversationView.HoldingView;
import nl.klimrek.conversations.dialogue.view.ConversationView.PointView;
import nl.klimrek.conversations.dialogue.view.ConversationView.PreparationView;
import nl.klimrek.conversations.dialogue.view.ConversationView.ReportView;
import nl.klimrek.conversations.dialogue.view.ConversationView.StatementView;
import nl.klimrek.conversations.dialogue.view.PreparationSheet.ActivityView;
import nl.klimrek.conversations.dialogue.view.PreparationSheet.GoalView;
import nl.klimrek.conversations.growth.Goal;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the parts of a conversation to what is read of them: words without their commitments. */
@Mapper
public interface DialogueViews {

    /** Whole: for its author, or for the other side once shared. */
    PreparationView whole(Preparation preparation);

    /** Only that it is there. */
    @Mapping(target = "answers", ignore = true)
    @Mapping(target = "template", ignore = true)
    PreparationView closed(Preparation preparation);

    /** The text of its question follows, in the reader's language. */
    @Mapping(target = "asked", ignore = true)
    AnswerView answer(Answer answer);

    @Mapping(target = "questions", source = "discussed")
    @Mapping(target = "approach", source = "balance.approach")
    @Mapping(target = "horizon", source = "balance.horizon")
    @Mapping(target = "perspective", source = "balance.perspective")
    HoldingView holding(Holding holding);

    default String question(Holding.Discussed discussed) {
        return discussed.question();
    }

    List<ReportView> reports(List<Report> reports);

    @Mapping(target = "text", source = "words.text")
    ReportView report(Report report);

    @Mapping(target = "text", source = "words.text")
    StatementView statement(Statement statement);

    List<PointView> points(List<Point> points);

    @Mapping(target = "text", source = "words.text")
    PointView point(Point point);

    List<PointView> notes(List<SharedNote> notes);

    @Mapping(target = "text", source = "words.text")
    PointView note(SharedNote note);

    List<GoalView> goals(List<Goal> goals);

    @Mapping(target = "activities", expression = "java(activities(goal.list()))")
    GoalView goal(Goal goal);

    List<ActivityView> activities(List<Goal.Activity> activities);

    List<AgreementView> agreements(List<Agreement> agreements);

    @Mapping(target = "text", source = "words.text")
    @Mapping(target = "dropReason", source = "dropped.text")
    AgreementView agreement(Agreement agreement);

    @Mapping(target = "conversation", source = "from.conversation")
    @Mapping(target = "with", source = "from.counterpart")
    @Mapping(target = "id", source = "agreement.id")
    @Mapping(target = "text", source = "agreement.words.text")
    @Mapping(target = "owner", source = "agreement.owner")
    @Mapping(target = "dueDate", source = "agreement.dueDate")
    CarriedOver carriedOver(AgendaEntry from, Agreement agreement);
}
