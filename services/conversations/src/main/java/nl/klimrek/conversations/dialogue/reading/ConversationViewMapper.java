package nl.klimrek.conversations.dialogue.reading;

import java.util.List;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.preparation.PreparationAnswer;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.dialogue.reading.ConversationView.AgreementView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.AnswerView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.CarriedOver;
import nl.klimrek.conversations.dialogue.reading.ConversationView.HoldingView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.PointView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.PreparationView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.ReportView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.StatementView;
import nl.klimrek.conversations.dialogue.reading.PreparationForm.ActivityView;
import nl.klimrek.conversations.dialogue.reading.PreparationForm.GoalView;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.report.Report;
import nl.klimrek.conversations.dialogue.report.Statement;
import nl.klimrek.servicekit.web.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the parts of a conversation to what is read of them: words without their commitments. */
@Mapper(config = StrictMapping.class)
public interface ConversationViewMapper {

    /** Whole: for its author, or for the other side once shared. */
    PreparationView whole(Preparation preparation);

    /** Only that it is there. */
    @Mapping(target = "answers", ignore = true)
    @Mapping(target = "template", ignore = true)
    PreparationView closed(Preparation preparation);

    /** The text of its question follows, in the reader's language. */
    @Mapping(target = "asked", ignore = true)
    AnswerView answer(PreparationAnswer answer);

    @Mapping(target = "questions", source = "discussed")
    @Mapping(target = "approach", source = "orientation.approach")
    @Mapping(target = "horizon", source = "orientation.horizon")
    @Mapping(target = "perspective", source = "orientation.perspective")
    @Nullable
    HoldingView holding(@Nullable MeetingHeld holding);

    default String question(MeetingHeld.Discussed discussed) {
        return discussed.question();
    }

    List<ReportView> reports(List<Report> reports);

    @Mapping(target = "text", source = "words.text")
    ReportView report(Report report);

    @Mapping(target = "text", source = "words.text")
    StatementView statement(Statement statement);

    List<PointView> points(List<AgendaPoint> points);

    @Mapping(target = "text", source = "words.text")
    PointView point(AgendaPoint point);

    List<PointView> notes(List<SharedNote> notes);

    @Mapping(target = "text", source = "words.text")
    PointView note(SharedNote note);

    List<GoalView> goals(List<DevelopmentGoal> goals);

    @Mapping(target = "activities", expression = "java(activities(goal.list()))")
    GoalView goal(DevelopmentGoal goal);

    List<ActivityView> activities(List<DevelopmentGoal.Activity> activities);

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
    CarriedOver carriedOver(OverviewEntry from, Agreement agreement);
}
