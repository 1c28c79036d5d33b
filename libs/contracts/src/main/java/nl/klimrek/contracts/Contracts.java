package nl.klimrek.contracts;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.AgendaPointAdded;
import nl.klimrek.contracts.conversations.AgendaPointRemoved;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AnnouncementMade;
import nl.klimrek.contracts.conversations.AssessmentImported;
import nl.klimrek.contracts.conversations.AssessmentsImported;
import nl.klimrek.contracts.conversations.BlackoutLifted;
import nl.klimrek.contracts.conversations.BlackoutSet;
import nl.klimrek.contracts.conversations.BusyTimesGiven;
import nl.klimrek.contracts.conversations.CalendarFeedOpened;
import nl.klimrek.contracts.conversations.CalendarFeedRevoked;
import nl.klimrek.contracts.conversations.CapacitySet;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.contracts.conversations.CyclePlanned;
import nl.klimrek.contracts.conversations.CycleStarted;
import nl.klimrek.contracts.conversations.FeedbackAsked;
import nl.klimrek.contracts.conversations.FeedbackDeclined;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.contracts.conversations.FeedbackShared;
import nl.klimrek.contracts.conversations.FeedbackWithdrawn;
import nl.klimrek.contracts.conversations.HandoverApproved;
import nl.klimrek.contracts.conversations.HandoverOpened;
import nl.klimrek.contracts.conversations.HandoverReceived;
import nl.klimrek.contracts.conversations.HandoverWithheld;
import nl.klimrek.contracts.conversations.NoteDeleted;
import nl.klimrek.contracts.conversations.NoteSaved;
import nl.klimrek.contracts.conversations.NoteShared;
import nl.klimrek.contracts.conversations.OverloadFound;
import nl.klimrek.contracts.conversations.PolicyChanged;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.PreparationShared;
import nl.klimrek.contracts.conversations.QuestionPublished;
import nl.klimrek.contracts.conversations.QuestionRetired;
import nl.klimrek.contracts.conversations.QuestionSwapped;
import nl.klimrek.contracts.conversations.StatementAdded;
import nl.klimrek.contracts.conversations.TeamAgreementMade;
import nl.klimrek.contracts.conversations.TeamAgreementSettled;
import nl.klimrek.contracts.conversations.TeamContributionOffered;
import nl.klimrek.contracts.conversations.TeamDialogueCancelled;
import nl.klimrek.contracts.conversations.TeamDialogueClosed;
import nl.klimrek.contracts.conversations.TeamDialogueHeld;
import nl.klimrek.contracts.conversations.TeamDialogueInvited;
import nl.klimrek.contracts.conversations.TeamDialoguePlanned;
import nl.klimrek.contracts.conversations.TeamGoalSet;
import nl.klimrek.contracts.conversations.TemplatePublished;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.directory.TeamListed;
import nl.klimrek.contracts.hr.EmployeeLeft;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.contracts.hr.SnapshotCompleted;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.contracts.journal.DeadLetterDiscarded;
import nl.klimrek.contracts.journal.DeadLetterParked;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.contracts.learningbudgets.BudgetCommitted;
import nl.klimrek.contracts.learningbudgets.BudgetGranted;
import nl.klimrek.contracts.learningbudgets.BudgetReleased;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.learningbudgets.BudgetReserved;
import nl.klimrek.contracts.learningbudgets.BudgetSpent;
import nl.klimrek.contracts.learningbudgets.BudgetUnused;
import nl.klimrek.contracts.learningbudgets.LearningBudgetsDisclosed;
import nl.klimrek.contracts.learningbudgets.PotOpened;
import nl.klimrek.contracts.people.HrRecordQuarantined;
import nl.klimrek.contracts.people.PeopleDisclosed;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.popforms.ActivityCompleted;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.EvidenceAdded;
import nl.klimrek.contracts.popforms.GoalAchieved;
import nl.klimrek.contracts.popforms.GoalAdjusted;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalEvaluated;
import nl.klimrek.contracts.popforms.GoalRanked;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.contracts.popforms.GoalStarted;
import nl.klimrek.contracts.popforms.PopAgreed;
import nl.klimrek.contracts.popforms.PopConfirmed;
import nl.klimrek.contracts.popforms.PopFormsDisclosed;
import nl.klimrek.contracts.popforms.PopStarted;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptRestored;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.contracts.reminders.PromptSuppressed;

/** Every event contract there is, by record class and by CloudEvents type. */
public final class Contracts {

    /** Every event record. */
    public static final List<Class<? extends Record>> ALL = List.of(
            PersonJoined.class,
            PersonChanged.class,
            PersonLeft.class,
            HrRecordQuarantined.class,
            PeopleDisclosed.class,
            PersonListed.class,
            TeamListed.class,
            CycleStarted.class,
            CyclePlanned.class,
            ConversationPlanned.class,
            ConversationInvited.class,
            ConversationAccepted.class,
            ConversationRescheduled.class,
            ConversationDeclined.class,
            PreparationSaved.class,
            PreparationShared.class,
            ConversationHeld.class,
            ConversationRecorded.class,
            StatementAdded.class,
            ConversationConfirmed.class,
            AgreementMade.class,
            AgreementKept.class,
            AgreementDropped.class,
            ConversationClosed.class,
            ConversationCancelled.class,
            ConversationMissed.class,
            CounterpartParted.class,
            QuestionSwapped.class,
            AgendaPointAdded.class,
            AgendaPointRemoved.class,
            NoteShared.class,
            NoteSaved.class,
            NoteDeleted.class,
            QuestionPublished.class,
            QuestionRetired.class,
            TemplatePublished.class,
            PolicyChanged.class,
            BlackoutSet.class,
            BlackoutLifted.class,
            AnnouncementMade.class,
            BusyTimesGiven.class,
            CapacitySet.class,
            OverloadFound.class,
            FeedbackAsked.class,
            FeedbackGiven.class,
            FeedbackDeclined.class,
            FeedbackWithdrawn.class,
            FeedbackShared.class,
            TeamDialoguePlanned.class,
            TeamDialogueInvited.class,
            TeamGoalSet.class,
            TeamContributionOffered.class,
            TeamDialogueHeld.class,
            TeamAgreementMade.class,
            TeamAgreementSettled.class,
            TeamDialogueClosed.class,
            TeamDialogueCancelled.class,
            HandoverOpened.class,
            HandoverApproved.class,
            HandoverWithheld.class,
            HandoverReceived.class,
            AssessmentImported.class,
            AssessmentsImported.class,
            CalendarFeedOpened.class,
            CalendarFeedRevoked.class,
            ConversationsDisclosed.class,
            PopStarted.class,
            GoalRanked.class,
            GoalSet.class,
            GoalStarted.class,
            GoalEvaluated.class,
            GoalAdjusted.class,
            GoalAchieved.class,
            GoalDropped.class,
            GoalStalled.class,
            ActivityPlanned.class,
            ActivityCompleted.class,
            EvidenceAdded.class,
            PopConfirmed.class,
            PopAgreed.class,
            PopFormsDisclosed.class,
            PotOpened.class,
            BudgetGranted.class,
            BudgetRequested.class,
            BudgetReserved.class,
            BudgetRequestApproved.class,
            BudgetRequestRefused.class,
            BudgetRequestWithdrawn.class,
            BudgetCommitted.class,
            BudgetSpent.class,
            BudgetReleased.class,
            BudgetUnused.class,
            LearningBudgetsDisclosed.class,
            PromptScheduled.class,
            PromptSent.class,
            PromptSuppressed.class,
            PromptActed.class,
            PromptRestored.class,
            PromptSnoozed.class,
            PromptCancelled.class,
            DeadLetterParked.class,
            DeadLetterReplayed.class,
            DeadLetterDiscarded.class,
            CheckpointPublished.class,
            EmployeeUpserted.class,
            EmployeeLeft.class,
            SnapshotCompleted.class);

    private static final Map<String, Class<? extends Record>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Contracts::typeOf, Function.identity()));

    private Contracts() {}

    /** CloudEvents type of an event record; fails for a class that is none. */
    public static String typeOf(Class<?> event) {
        return contractOf(event).type();
    }

    /** Topic of an event record; fails for a class that is none. */
    public static String topicOf(Class<?> event) {
        return contractOf(event).topic();
    }

    /** The record of a CloudEvents type, where this version of the code knows it. */
    public static Optional<Class<? extends Record>> classOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The JSON Schema of a type; null when there is none. The caller closes it. */
    public static InputStream schemaOf(String type) {
        return Contracts.class.getResourceAsStream("/schemas/" + type + ".json");
    }

    private static EventContract contractOf(Class<?> event) {
        EventContract contract = event.getAnnotation(EventContract.class);
        if (contract == null) {
            throw new IllegalArgumentException(event.getName() + " is no event contract");
        }
        return contract;
    }
}
