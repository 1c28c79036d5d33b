package nl.klimrek.conversations.dialogue;

import java.time.Period;
import java.util.Objects;
import nl.klimrek.contracts.conversations.AgendaPointAdded;
import nl.klimrek.contracts.conversations.AgendaPointRemoved;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.CalendarReplyRefused;
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
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.contracts.conversations.NoteShared;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.PreparationShared;
import nl.klimrek.contracts.conversations.QuestionSwapped;
import nl.klimrek.contracts.conversations.ReplyRefusal;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.conversations.StatementAdded;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.dialogue.report.Report;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/** The events of a conversation in its present state: codes, times and commitments, never typed text. */
record ConversationEvents(Conversation now, String id, String employee, String counterpart) {

    static ConversationEvents of(Conversation now) {
        return new ConversationEvents(
                now,
                now.plan().conversation(),
                now.participants().employee(),
                now.participants().counterpart());
    }

    Record planned() {
        Window window = now.appointment().window();
        return new ConversationPlanned(
                id,
                employee,
                counterpart,
                now.plan().type(),
                now.plan().reason(),
                now.plan().cycle(),
                window.from(),
                window.until());
    }

    Record invited() {
        Proposal proposal = now.appointment().requireProposal();
        return new ConversationInvited(
                id,
                employee,
                counterpart,
                proposal.by(),
                proposal.slot().start(),
                proposal.slot().end());
    }

    @SuppressWarnings("JavaPeriodGetDays") // HR sets the period in days.
    Record accepted(Side by) {
        Slot slot = now.appointment().requireProposal().slot();
        Period preparation = now.plan().preparation();
        return new ConversationAccepted(
                id,
                employee,
                counterpart,
                by,
                slot.start(),
                slot.end(),
                preparation == null ? null : preparation.getDays());
    }

    Record rescheduled() {
        Proposal proposal = now.appointment().requireProposal();
        return new ConversationRescheduled(
                id,
                employee,
                counterpart,
                proposal.by(),
                proposal.slot().start(),
                proposal.slot().end());
    }

    Record declined(Side by) {
        return new ConversationDeclined(
                id, employee, counterpart, by, hash(now.appointment().lastDecline()));
    }

    Record replyRefused(Side by, ReplyRefusal reason) {
        return new CalendarReplyRefused(id, employee, counterpart, by, reason);
    }

    Record prepared(Side by) {
        String hash = now.preparations().of(by).orElseThrow().commitment().hash();
        return new PreparationSaved(id, employee, counterpart, by, hash);
    }

    Record shared(Side by) {
        return new PreparationShared(id, employee, counterpart, by);
    }

    Record swapped(Side by, SelectedQuestion out, SelectedQuestion in) {
        return new QuestionSwapped(
                id, employee, counterpart, by, out.question(), out.version(), in.question(), in.version());
    }

    Record pointAdded(AgendaPoint point) {
        return new AgendaPointAdded(
                id, employee, counterpart, point.by(), point.id(), point.words().hash());
    }

    Record pointRemoved(Side by, String point) {
        return new AgendaPointRemoved(id, employee, counterpart, by, point);
    }

    Record noteShared(SharedNote note) {
        return new NoteShared(
                id, employee, counterpart, note.by(), note.id(), note.words().hash());
    }

    Record held() {
        Orientation orientation = now.requireMeeting().orientation();
        return new ConversationHeld(
                id,
                employee,
                counterpart,
                now.requireMeeting().heldAt(),
                orientation.approach(),
                orientation.horizon(),
                orientation.perspective());
    }

    Record recorded() {
        Report newest = now.reports().newest();
        return new ConversationRecorded(
                id,
                employee,
                counterpart,
                newest.by(),
                newest.version(),
                newest.words().hash());
    }

    Record stated(Side by, PrivateText words) {
        return new StatementAdded(
                id, employee, counterpart, by, now.reports().newest().version(), words.hash());
    }

    Record confirmed(Side by, boolean complete) {
        return new ConversationConfirmed(
                id, employee, counterpart, by, now.reports().newest().version(), complete);
    }

    Record agreed(Agreement made) {
        return new AgreementMade(
                id,
                employee,
                counterpart,
                made.id(),
                made.owner(),
                made.dueDate(),
                made.words().hash(),
                now.participants().relation() == Relation.LINE);
    }

    Record settled(Agreement settled) {
        return settled.state() == AgreementState.KEPT
                ? new AgreementKept(id, employee, counterpart, settled.id(), Objects.requireNonNull(settled.keptOn()))
                : new AgreementDropped(
                        id,
                        employee,
                        counterpart,
                        settled.id(),
                        Objects.requireNonNull(settled.dropped(), "a dropped agreement has its reason")
                                .hash());
    }

    Record closed() {
        return new ConversationClosed(
                id,
                employee,
                counterpart,
                Objects.requireNonNull(now.requireClosure().outcome()),
                now.agreements().standing(),
                hash(now.requireClosure().words()));
    }

    Record missed() {
        return new ConversationMissed(
                id, employee, counterpart, now.appointment().window().until());
    }

    Record counterpartLeft() {
        return new CounterpartParted(id, employee, counterpart);
    }

    Record cancelled() {
        return new ConversationCancelled(
                id,
                employee,
                counterpart,
                Objects.requireNonNull(now.requireClosure().cancelled()));
    }

    private static @Nullable String hash(@Nullable PrivateText words) {
        return words == null ? null : words.hash();
    }
}
