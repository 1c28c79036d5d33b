package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationStatus.*;
import static nl.klimrek.conversations.dialogue.ConversationStep.*;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.agreement.Agreements;
import nl.klimrek.conversations.dialogue.preparation.Agenda;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.report.Reports;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * One conversation and every step of its life, in the order of that life. A step returns the next state with its events, or
 * a refusal with a stable code; it never changes this value. {@link ConversationStep} says which step fits which status.
 *
 * <p>There is no rating, score or ranking here, and no field that could hold one.
 *
 * @param plan what it is for, and why it was planned
 * @param participants the employee and the counterpart
 * @param appointment when it should take place
 * @param status where it is in its life
 * @param preparations what each side brings along
 * @param meeting that it took place; null before
 * @param reports versions of the report
 * @param agreements what was agreed
 * @param closure how it ended; null before
 */
public record Conversation(
        ConversationPlan plan,
        Participants participants,
        Appointment appointment,
        ConversationStatus status,
        Preparations preparations,
        @JsonProperty("holding") @Nullable MeetingHeld meeting,
        Reports reports,
        Agreements agreements,
        @JsonProperty("ending") @Nullable Closure closure) {

    /** A new conversation within a window. */
    public static Decision<Conversation> planned(
            ConversationPlan plan, Participants participants, Window window, LocalDate today) {
        Appointment open = Appointment.within(window);
        Conversation planned = new Conversation(
                plan, participants, open, PLANNED, Preparations.NONE, null, Reports.NONE, Agreements.NONE, null);
        return StepCheck.start()
                .unless(() -> window.refusesPassed(today))
                .then(() -> Decision.accept(planned, planned.events().planned()));
    }

    /** Proposes a slot. A window that passed opens again, because late is better than never. */
    public Decision<Conversation> invite(Side by, Slot slot, Instant now, LocalDate today) {
        return take(INVITE)
                .unless(() -> slot.refusesPast(now))
                .then(() -> reopened(today).then(open -> open.proposed(by, slot, ConversationEvents::invited)));
    }

    /** Agrees with the slot that the other side proposed; {@code seen} null agrees with the current proposal. */
    public Decision<Conversation> accept(Side by, @Nullable Slot seen) {
        return take(ACCEPT)
                .unless(() -> appointment.refusesAcceptance(by, seen))
                .then(() -> changed(next().status(ACCEPTED), events -> events.accepted(by)));
    }

    /** Proposes another time, also after a slot was agreed on; the other side answers it. */
    public Decision<Conversation> reschedule(Side by, Slot slot, Instant now) {
        return take(RESCHEDULE)
                .unless(() -> slot.refusesPast(now))
                .then(() -> proposed(by, slot, ConversationEvents::rescheduled));
    }

    /** Declines the slot, with a reason or with another time. Without another time it returns to its window. */
    public Decision<Conversation> decline(Side by, Decline decline, Instant now, LocalDate today) {
        Decision<Conversation> returned = returned(by, decline.reason(), today);
        Slot instead = decline.instead();
        return instead == null ? returned : returned.then(open -> open.invite(by, instead, now, today));
    }

    /** Withdraws a slot that the planner proposed and that no longer fits; it returns to its window. */
    public Decision<Conversation> withdrawSlot(Side by, LocalDate today) {
        return returned(by, null, today);
    }

    /** Saves a draft made on this questionnaire. A new draft is private until its author shares it again. */
    public Decision<Conversation> prepare(Side by, Questionnaire questionnaire, Preparation draft) {
        return take(PREPARE)
                .then(() -> brought(
                        preparations.prepared(by, questionnaire, draft.withShared(false)),
                        events -> events.prepared(by)));
    }

    /** Lets the other side read the preparation of this side. */
    public Decision<Conversation> share(Side by) {
        return take(SHARE)
                .unless(() -> preparations.refusesSharing(by))
                .then(() -> brought(preparations.withShared(by, true), events -> events.shared(by)));
    }

    /** Makes the preparation of this side private again, as long as the conversation lies ahead. */
    public Decision<Conversation> unshare(Side by) {
        return StepCheck.start()
                .unless(() -> status.ahead() ? Optional.empty() : Optional.of(Refusal.of("sharing-final")))
                .then(() -> brought(preparations.withShared(by, false), events -> events.prepared(by)));
    }

    /** Replaces a question of this side's questionnaire; {@code in} is null when the bank has no other that fits. */
    public Decision<Conversation> swap(
            Side by, Questionnaire questionnaire, String out, @Nullable SelectedQuestion in) {
        return take(SWAP)
                .unless(() -> questionnaire.refusesSwap(out, in))
                .then(() -> brought(
                        preparations.with(by, questionnaire.swapped(out, Objects.requireNonNull(in))),
                        events ->
                                events.swapped(by, questionnaire.find(out).orElseThrow(), Objects.requireNonNull(in))));
    }

    /** Adds a point to the agenda. */
    public Decision<Conversation> addPoint(AgendaPoint point) {
        return take(ADD_POINT)
                .unless(() -> agenda().refuses(point))
                .then(() -> brought(preparations.with(agenda().plus(point)), events -> events.pointAdded(point)));
    }

    /** Removes a point of this side from the agenda. */
    public Decision<Conversation> removePoint(Side by, String point) {
        return take(REMOVE_POINT)
                .unless(() -> agenda().refusesRemoval(by, point))
                .then(() ->
                        brought(preparations.with(agenda().without(point)), events -> events.pointRemoved(by, point)));
    }

    /** Lets the other side read a note; it stays readable. */
    public Decision<Conversation> shareNote(SharedNote note) {
        return take(SHARE_NOTE)
                .unless(() -> agenda().refuses(note))
                .then(() -> brought(preparations.with(agenda().plus(note)), events -> events.noteShared(note)));
    }

    /** It took place. */
    public Decision<Conversation> hold(MeetingHeld held, Instant now) {
        return take(HOLD)
                .unless(() -> held.refusesFuture(now))
                .then(() -> changed(next().status(HELD).meeting(held), ConversationEvents::held));
    }

    /** Corrects what it was about, where the questions tell it wrongly. The newest event counts. */
    public Decision<Conversation> rebalance(Orientation said) {
        return take(REBALANCE)
                .then(() -> changedUnlessEqual(
                        next().meeting(requireMeeting().correctedBy(said)), ConversationEvents::held));
    }

    /** Writes the report, once; a later change is a {@linkplain #correct correction}. */
    public Decision<Conversation> record(Side by, PrivateText text) {
        return take(RECORD).then(() -> reported(by, text));
    }

    /** Writes a new version of the report, which both confirm anew; the earlier one stays as it was. */
    public Decision<Conversation> correct(Side by, PrivateText text) {
        return take(CORRECT).then(() -> reported(by, text));
    }

    /** Puts this side's own view beside the newest version of the report. */
    public Decision<Conversation> state(Side by, PrivateText text) {
        return take(STATE)
                .then(() ->
                        changed(next().reports(reports.withStatement(by, text)), events -> events.stated(by, text)));
    }

    /** Confirms the version that was read; {@code report-superseded} when it was corrected meanwhile. */
    public Decision<Conversation> confirm(Side by, int version) {
        return StepCheck.start()
                .unless(() -> reports.refusesConfirmation(version))
                .unless(() -> CONFIRM.refusal(status))
                .then(() -> confirmed(by, reports.confirmedBy(by)));
    }

    /** Adds an agreement. */
    public Decision<Conversation> agree(Agreement agreement, LocalDate today) {
        return take(AGREE)
                .unless(() -> agreement.refusesPassedDueDate(today))
                .then(() -> changed(next().agreements(agreements.plus(agreement)), events -> events.agreed(agreement)));
    }

    /** An agreement came true. */
    public Decision<Conversation> keep(String agreement, LocalDate today) {
        return take(KEEP)
                .unless(() -> agreements.refusesSettling(agreement))
                .then(() -> settled(agreements.get(agreement).kept(today)));
    }

    /** An agreement will not come true, and why; {@code with} is the counterpart who was told the reason. */
    public Decision<Conversation> drop(String agreement, PrivateText reason, String with) {
        return take(DROP)
                .unless(() -> agreements.refusesSettling(agreement))
                .then(() -> settled(agreements.get(agreement).dropped(reason, with)));
    }

    /** Closes it with an agreement that stands, or else with a reason for taking no action. */
    public Decision<Conversation> close(@Nullable PrivateText noAction) {
        return take(CLOSE)
                .unless(() -> agreements.refusesClosing(noAction))
                .then(() ->
                        changed(next().status(CLOSED).closure(Closure.closed(noAction)), ConversationEvents::closed));
    }

    /** Moves to other days; a slot after the last of them, where the employee is, is taken back. */
    public Decision<Conversation> move(Window to, LocalDate today, ZoneId zone) {
        return take(MOVE)
                .unless(() -> to.refusesPassed(today))
                .then(() -> to.equals(appointment.window()) ? Decision.unchanged() : moved(to, zone));
    }

    /** It will not take place; {@code reason} in words may be null. */
    public Decision<Conversation> cancel(CancelReason code, @Nullable PrivateText reason) {
        return take(CANCEL)
                .then(() -> changed(
                        next().status(CANCELLED).closure(Closure.cancelled(code, reason)),
                        ConversationEvents::cancelled));
    }

    /** The window passed and no slot lies ahead; otherwise nothing changes. The clock takes this step. */
    public Decision<Conversation> miss(Instant now, LocalDate today) {
        return MISS.fits(status) && appointment.missed(now, today)
                ? changed(next().status(MISSED).appointment(appointment.declined(null)), ConversationEvents::missed)
                : Decision.unchanged();
    }

    /** When the clock checks for a passed window; null when it never has to. */
    public @Nullable Instant missedAt() {
        return MISS.fits(status) ? appointment.passedAt() : null;
    }

    /** The counterpart's relation ended after the meeting: the employee completes it alone. */
    public Decision<Conversation> counterpartLeft() {
        if (!COUNTERPART_LEFT.fits(status) || participants.counterpartGone()) {
            return Decision.unchanged();
        }
        return changed(next().participants(participants.withoutCounterpart()), ConversationEvents::counterpartLeft)
                .then(alone -> status == RECORDED && reports.newest().complete(true)
                        ? alone.confirmed(Side.EMPLOYEE, reports)
                        : Decision.unchanged());
    }

    /** Whether it was cancelled because its manager did not stay, so that another may take its place. */
    public boolean lostItsManager() {
        return status == CANCELLED
                && participants.relation() == Relation.LINE
                && requireClosure().becauseOfManager();
    }

    private StepCheck take(ConversationStep step) {
        return StepCheck.start().unless(() -> step.refusal(status));
    }

    private Decision<Conversation> proposed(Side by, Slot slot, Function<ConversationEvents, Record> event) {
        return changed(next().status(INVITED).appointment(appointment.proposed(by, slot)), event);
    }

    private Decision<Conversation> returned(Side by, @Nullable PrivateText reason, LocalDate today) {
        return take(DECLINE)
                .then(() -> changed(
                                next().status(PLANNED).appointment(appointment.declined(reason)),
                                events -> events.declined(by))
                        .then(open -> open.reopened(today)));
    }

    /** Back in its window; a window that passed opens again, and only that is an event. */
    private Decision<Conversation> reopened(LocalDate today) {
        Conversation open =
                next().status(PLANNED).appointment(appointment.openOn(today)).build();
        return open.appointment.equals(appointment)
                ? Decision.accept(open)
                : Decision.accept(open, open.events().planned());
    }

    private Decision<Conversation> moved(Window to, ZoneId zone) {
        if (appointment.fits(to, zone)) {
            return changed(
                    next().status(appointment.proposal() == null ? PLANNED : status)
                            .appointment(appointment.movedTo(to)),
                    ConversationEvents::planned);
        }
        return changed(
                        next().status(PLANNED).appointment(Appointment.within(to)),
                        events -> events.declined(Side.EMPLOYEE))
                .then(open -> Decision.accept(open, open.events().planned()));
    }

    private Decision<Conversation> brought(Preparations next, Function<ConversationEvents, Record> event) {
        return changedUnlessEqual(next().preparations(next), event);
    }

    private Decision<Conversation> reported(Side by, PrivateText text) {
        return changed(next().status(RECORDED).reports(reports.withVersion(by, text)), ConversationEvents::recorded);
    }

    private Decision<Conversation> confirmed(Side by, Reports confirmed) {
        boolean complete = confirmed.newest().complete(participants.counterpartGone());
        return changedUnlessEqual(
                next().status(complete ? CONFIRMED : status).reports(confirmed),
                events -> events.confirmed(by, complete));
    }

    private Decision<Conversation> settled(Agreement settled) {
        return changed(next().agreements(agreements.with(settled)), events -> events.settled(settled));
    }

    private static Decision<Conversation> changed(
            ConversationBuilder next, Function<ConversationEvents, Record> event) {
        Conversation changed = next.build();
        return Decision.accept(changed, event.apply(changed.events()));
    }

    private Decision<Conversation> changedUnlessEqual(
            ConversationBuilder next, Function<ConversationEvents, Record> event) {
        return next.build().equals(this) ? Decision.unchanged() : changed(next, event);
    }

    private Agenda agenda() {
        return preparations.agenda();
    }

    private ConversationBuilder next() {
        return new ConversationBuilder(this);
    }

    private ConversationEvents events() {
        return ConversationEvents.of(this);
    }

    /** The meeting of a conversation that took place. */
    public MeetingHeld requireMeeting() {
        return Objects.requireNonNull(meeting, "the conversation has not taken place");
    }

    /** How a conversation that is over ended. */
    public Closure requireClosure() {
        return Objects.requireNonNull(closure, "the conversation is not over");
    }
}
