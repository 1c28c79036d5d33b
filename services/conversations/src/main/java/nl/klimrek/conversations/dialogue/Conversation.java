package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationStatus.*;
import static nl.klimrek.conversations.dialogue.ConversationStep.*;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.agreement.Agreements;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.report.Reports;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * One conversation and the steps of its life, in the order of that life. A step returns the next state with its events, or
 * a refusal with a stable code; it never changes this value. {@link ConversationStep} says which step fits which status.
 * Until it takes place, two people find a time ({@link SchedulingSteps}) and prepare ({@link PreparationSteps}).
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

    /** It took place. */
    public Decision<Conversation> hold(MeetingHeld held, Instant now) {
        return take(HOLD)
                .unless(() -> held.refusesFuture(now))
                .then(() -> next().status(HELD).meeting(held).decide(ConversationEvents::held));
    }

    /** Corrects what it was about, where the questions tell it wrongly. The newest event counts. */
    public Decision<Conversation> rebalance(Orientation said) {
        return take(REBALANCE)
                .then(() ->
                        next().meeting(requireMeeting().correctedBy(said)).decideIfChanged(ConversationEvents::held));
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
                .then(() -> next().reports(reports.withStatement(by, text)).decide(events -> events.stated(by, text)));
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
                .then(() -> next().agreements(agreements.plus(agreement)).decide(events -> events.agreed(agreement)));
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
                        next().status(CLOSED).closure(Closure.closed(noAction)).decide(ConversationEvents::closed));
    }

    /** It will not take place; {@code reason} in words may be null. */
    public Decision<Conversation> cancel(CancelReason code, @Nullable PrivateText reason) {
        return take(CANCEL)
                .then(() -> next().status(CANCELLED)
                        .closure(Closure.cancelled(code, reason))
                        .decide(ConversationEvents::cancelled));
    }

    /** The window passed and no slot lies ahead; otherwise nothing changes. The clock takes this step. */
    public Decision<Conversation> miss(Instant now, LocalDate today) {
        return MISS.fits(status) && appointment.missed(now, today)
                ? next().status(MISSED).appointment(appointment.declined(null)).decide(ConversationEvents::missed)
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
        return next().participants(participants.withoutCounterpart())
                .decide(ConversationEvents::counterpartLeft)
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

    private Decision<Conversation> reported(Side by, PrivateText text) {
        return next().status(RECORDED).reports(reports.withVersion(by, text)).decide(ConversationEvents::recorded);
    }

    private Decision<Conversation> confirmed(Side by, Reports confirmed) {
        boolean complete = confirmed.newest().complete(participants.counterpartGone());
        return next().status(complete ? CONFIRMED : status)
                .reports(confirmed)
                .decideIfChanged(events -> events.confirmed(by, complete));
    }

    private Decision<Conversation> settled(Agreement settled) {
        return next().agreements(agreements.with(settled)).decide(events -> events.settled(settled));
    }

    /** The meeting of a conversation that took place. */
    public MeetingHeld requireMeeting() {
        return Objects.requireNonNull(meeting, "the conversation has not taken place");
    }

    /** How a conversation that is over ended. */
    public Closure requireClosure() {
        return Objects.requireNonNull(closure, "the conversation is not over");
    }

    StepCheck take(ConversationStep step) {
        return StepCheck.start().unless(() -> step.refusal(status));
    }

    ConversationBuilder next() {
        return new ConversationBuilder(this);
    }

    ConversationEvents events() {
        return ConversationEvents.of(this);
    }
}
