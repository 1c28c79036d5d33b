package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationStatus.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.agreement.Agreements;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.report.Reports;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.dialogue.text.Words;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;

/**
 * One conversation, and every step it can take. A step returns the new state with its facts, or a refusal with a stable
 * code; it never changes this value. There is no rating, score or ranking here, and no field that could hold one.
 *
 * <p>Which step fits where; anywhere else it is refused with {@code step-not-possible}:
 * <pre>
 *              PLANNED INVITED ACCEPTED HELD RECORDED CONFIRMED CLOSED CANCELLED MISSED
 * INVITE       x       -       -        -    -        -         -      -         x
 * ACCEPT       -       x       -        -    -        -         -      -         -
 * RESCHEDULE   -       x       x        -    -        -         -      -         -
 * DECLINE      -       x       x        -    -        -         -      -         -
 * PREPARE      x       x       x        -    -        -         -      -         x
 * SHARE        x       x       x        x    -        -         -      -         x
 * UNSHARE      x       x       x        -    -        -         -      -         x
 * SWAP         x       x       x        -    -        -         -      -         x
 * ADD_POINT    x       x       x        -    -        -         -      -         x
 * REMOVE_POINT x       x       x        -    -        -         -      -         x
 * SHARE_NOTE   x       x       x        x    x        x         -      -         x
 * HOLD         -       -       x        -    -        -         -      -         -
 * REBALANCE    -       -       -        x    x        x         -      -         -
 * RECORD       -       -       -        x    -        -         -      -         -
 * CORRECT      -       -       -        -    x        x         -      -         -
 * STATE        -       -       -        -    x        x         x      -         -
 * CONFIRM      -       -       -        -    x        -         -      -         -
 * AGREE        -       -       -        x    x        x         -      -         -
 * KEEP         -       -       -        x    x        x         x      -         -
 * DROP         -       -       -        x    x        x         x      -         -
 * CLOSE        -       -       -        -    -        x         -      -         -
 * CANCEL       x       x       x        -    -        -         -      -         x
 * MISS         x       x       -        -    -        -         -      -         -
 * PART         -       -       -        x    x        -         -      -         -
 * MOVE         x       x       x        -    -        -         -      -         x
 * </pre>
 *
 * @param plan what it is for and why it is there
 * @param participants the two who talk
 * @param appointment when it should take place
 * @param status where it rests
 * @param preparations what each side wrote beforehand
 * @param holding that it took place; null before
 * @param reports versions of the report
 * @param agreements what was agreed
 * @param ending how it ended; null before
 */
public record Conversation(
        ConversationPlan plan,
        Participants participants,
        Appointment appointment,
        ConversationStatus status,
        Preparations preparations,
        MeetingHeld holding,
        Reports reports,
        Agreements agreements,
        Closure ending) {

    /** A new conversation within a window. */
    public static Decision<Conversation> planned(
            ConversationPlan plan, Participants participants, Window window, LocalDate today) {
        Conversation planned = new Conversation(
                plan,
                participants,
                Appointment.within(window),
                PLANNED,
                Preparations.NONE,
                null,
                Reports.NONE,
                Agreements.NONE,
                null);
        return window.passed(today)
                ? Decision.refuse("window-passed")
                : Decision.accept(planned, planned.facts().planned());
    }

    /** Proposes a slot. A window that passed opens again, because late is better than never. */
    public Decision<Conversation> invite(Side by, Slot slot, Instant now, LocalDate today) {
        return from(
                ConversationStep.INVITE,
                () -> slot.start().isBefore(now)
                        ? Decision.refuse("slot-in-past")
                        : new Moving(this).reopened(today).then(open -> {
                            Conversation invited = open.next().with(INVITED, open.appointment.proposed(by, slot));
                            return Decision.accept(invited, invited.facts().invited());
                        }));
    }

    /** Agrees with the slot the other side proposed. {@code seen} is the slot agreed with; null for whatever is on the table. */
    public Decision<Conversation> accept(Side by, Slot seen) {
        return from(
                ConversationStep.ACCEPT,
                () -> seen != null && !seen.equals(appointment.proposal().slot())
                        ? Decision.refuse("slot-superseded")
                        : appointment.proposal().by() == by
                                ? Decision.refuse("own-proposal")
                                : Decision.accept(next().with(ACCEPTED, appointment), facts().accepted(by)));
    }

    /** Proposes another time, also after a slot was agreed on; the other side answers anew. */
    public Decision<Conversation> reschedule(Side by, Slot slot, Instant now) {
        Conversation moved = next().with(INVITED, appointment.proposed(by, slot));
        return from(
                ConversationStep.RESCHEDULE,
                () -> slot.start().isBefore(now)
                        ? Decision.refuse("slot-in-past")
                        : Decision.accept(moved, moved.facts().rescheduled()));
    }

    /** Declines the slot with a reason; the conversation returns to its window, never silently away. */
    public Decision<Conversation> decline(Side by, Words reason, LocalDate today) {
        Conversation open = next().with(PLANNED, appointment.declined(reason));
        return from(
                ConversationStep.DECLINE,
                () -> Decision.accept(open, open.facts().declined(by)).then(back -> new Moving(back).reopened(today)));
    }

    /** Declines the slot and proposes another at once. */
    public Decision<Conversation> decline(Side by, Slot instead, Instant now, LocalDate today) {
        return decline(by, null, today).then(open -> open.invite(by, instead, now, today));
    }

    /** Replaces one's own draft, made on this sheet. A new draft is its author's alone again until shared. */
    public Decision<Conversation> prepare(Side by, Questionnaire sheet, Preparation draft) {
        return from(ConversationStep.PREPARE, () -> bringing().prepared(by, sheet, draft));
    }

    /** Lets the other side read one's preparation. */
    public Decision<Conversation> share(Side by) {
        return from(ConversationStep.SHARE, () -> bringing().shared(by));
    }

    /** Makes one's preparation private again, as long as it was not talked about. */
    public Decision<Conversation> unshare(Side by) {
        return status.ahead()
                ? from(ConversationStep.UNSHARE, () -> bringing().unshared(by))
                : Decision.refuse("sharing-final");
    }

    /** Swaps a question of one's own sheet; {@code in} is null when the bank has no other that fits. */
    public Decision<Conversation> swap(Side by, Questionnaire sheet, String out, SelectedQuestion in) {
        return from(ConversationStep.SWAP, () -> bringing().swapped(by, sheet, out, in));
    }

    /** Puts a point on the agenda. */
    public Decision<Conversation> addPoint(AgendaPoint point) {
        return from(ConversationStep.ADD_POINT, () -> bringing().added(point));
    }

    /** Takes a point of one's own off the agenda. */
    public Decision<Conversation> removePoint(Side by, String point) {
        return from(ConversationStep.REMOVE_POINT, () -> bringing().removed(by, point));
    }

    /** Lets the other side read a note; it stays readable. */
    public Decision<Conversation> shareNote(SharedNote note) {
        return from(ConversationStep.SHARE_NOTE, () -> bringing().shared(note));
    }

    /** It took place. */
    public Decision<Conversation> hold(MeetingHeld held, Instant now) {
        Conversation done = next().with(HELD, held);
        return from(
                ConversationStep.HOLD,
                () -> held.heldAt().isAfter(now)
                        ? Decision.refuse("held-in-future")
                        : Decision.accept(done, done.facts().held()));
    }

    /** Says what it was about where the questions tell it wrongly. The fact of holding is stated again; the newest counts. */
    public Decision<Conversation> rebalance(Orientation said) {
        return from(ConversationStep.REBALANCE, () -> {
            Conversation corrected =
                    next().with(status, holding.with(holding.balance().correctedBy(said)));
            return corrected.equals(this)
                    ? Decision.unchanged()
                    : Decision.accept(corrected, corrected.facts().held());
        });
    }

    /** Writes the report, once; a later change is a {@linkplain #correct correction}. */
    public Decision<Conversation> record(Side by, Words words) {
        return from(ConversationStep.RECORD, () -> reporting().written(by, words));
    }

    /** Writes a new version of the report, which both confirm anew; the earlier one stays as it was. */
    public Decision<Conversation> correct(Side by, Words words) {
        return from(ConversationStep.CORRECT, () -> reporting().written(by, words));
    }

    /** Puts one's own view beside the newest version of the report. */
    public Decision<Conversation> state(Side by, Words words) {
        return from(ConversationStep.STATE, () -> reporting().stated(by, words));
    }

    /** Confirms the version that was read; one that was corrected meanwhile is refused with {@code report-superseded}. */
    public Decision<Conversation> confirm(Side by, int version) {
        return reports.superseded(version)
                .<Decision<Conversation>>map(Decision.Refused::new)
                .orElseGet(
                        () -> from(ConversationStep.CONFIRM, () -> reporting().confirmed(by)));
    }

    /** Adds an agreement. */
    public Decision<Conversation> agree(Agreement agreement, LocalDate today) {
        return from(
                ConversationStep.AGREE,
                () -> agreement.dueDate().isBefore(today)
                        ? Decision.refuse("due-date-passed")
                        : Decision.accept(next().with(agreements.plus(agreement)), facts().agreed(agreement)));
    }

    /** An agreement came true. */
    public Decision<Conversation> keep(String agreement, LocalDate today) {
        return from(ConversationStep.KEEP, () -> next().settled(agreement, open -> open.kept(today)));
    }

    /** An agreement will not come true, and why; {@code with} is the counterpart to whom that was said. */
    public Decision<Conversation> drop(String agreement, Words reason, String with) {
        return from(ConversationStep.DROP, () -> next().settled(agreement, open -> open.dropped(reason, with)));
    }

    /** Done. Needs an agreement that stands, or with none a reason for taking no action; {@code noAction} may be null. */
    public Decision<Conversation> close(Words noAction) {
        return from(
                ConversationStep.CLOSE,
                () -> agreements
                        .barredClosing(noAction)
                        .<Decision<Conversation>>map(Decision.Refused::new)
                        .orElseGet(() -> {
                            Conversation closed = next().with(CLOSED, Closure.closed(noAction));
                            return Decision.accept(closed, closed.facts().closed());
                        }));
    }

    /** Moves to other days; a slot after the last of them, where the employee is, falls away. */
    public Decision<Conversation> move(Window to, LocalDate today, ZoneId zone) {
        return from(ConversationStep.MOVE, () -> new Moving(this).to(to, today, zone));
    }

    /** It will not take place; {@code words} may be null. */
    public Decision<Conversation> cancel(CancelReason reason, Words words) {
        Conversation cancelled = next().with(CANCELLED, new Closure(null, reason, words));
        return from(
                ConversationStep.CANCEL,
                () -> Decision.accept(cancelled, cancelled.facts().cancelled()));
    }

    /** The clock's step: the window passed and no slot lies ahead. Anything else leaves it as it is. */
    public Decision<Conversation> miss(Instant now, LocalDate today) {
        return ConversationStep.MISS.fits(status) && appointment.missed(now, today)
                ? Decision.accept(next().with(MISSED, appointment.declined(null)), facts().missed())
                : Decision.unchanged();
    }

    /** When the clock has to look for a passed window; null when it never has to. */
    public Instant missedAt() {
        return ConversationStep.MISS.fits(status) ? appointment.passedAt() : null;
    }

    /** The counterpart's relation ended after it was held: the employee finishes alone. */
    public Decision<Conversation> part() {
        return ConversationStep.PART.fits(status) && !participants.counterpartGone()
                ? reporting().parted()
                : Decision.unchanged();
    }

    /** Whether it was cancelled because its manager did not stay, so that another conversation may take its place. */
    public boolean lostItsManager() {
        return status == CANCELLED
                && participants.relation() == Relation.LINE
                && switch (ending.cancelled()) {
                    case MANAGER_CHANGED, COUNTERPART_LEFT -> true;
                    case EMPLOYEE_LEFT, NO_LONGER_NEEDED -> false;
                };
    }

    private Decision<Conversation> from(ConversationStep step, Supplier<Decision<Conversation>> decide) {
        return step.fits(status) ? decide.get() : step.refused(status);
    }

    private ConversationEvents facts() {
        return ConversationEvents.of(this);
    }

    private Bringing bringing() {
        return new Bringing(this);
    }

    private Reporting reporting() {
        return new Reporting(this);
    }

    private NextConversation next() {
        return new NextConversation(this);
    }
}
