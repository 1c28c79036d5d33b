package nl.klimrek.reminders.deciding;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.settings.PromptSettings;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.SendingHours;

/**
 * Decides whether one person's due prompts are sent now.
 *
 * <p>The reasons count in this order: the person left, does not want it, is absent, has quiet hours, had enough messages this
 * week. A duty is not held back by wishes or by the cap.
 *
 * @param hours the person's sending hours
 * @param left whether the person left the organisation
 * @param capReached whether the person had the messages of this week already
 */
public record SendingPolicy(
        Recipient recipient, PromptSettings settings, SendingHours hours, boolean left, boolean capReached) {

    /**
     * Decides about one prompt.
     *
     * @param joinsMessage whether a message goes out now in any case, of which this prompt can be part
     */
    public SendingDecision decide(PromptRule rule, boolean joinsMessage, Instant now) {
        if (left) {
            return SendingDecision.suppress(SuppressReason.LEFT);
        }
        if (!settings.wants(rule)) {
            return SendingDecision.suppress(SuppressReason.OPTED_OUT);
        }
        if (recipient.absentAt(now)) {
            return SendingDecision.postpone(
                    SuppressReason.ABSENT, recipient.nextMoment(recipient.afterAbsence(now), hours));
        }
        Instant next = recipient.nextMoment(now, hours);
        if (next.isAfter(now)) {
            return SendingDecision.postpone(SuppressReason.QUIET, next);
        }
        boolean byMail = settings.wantsMail(rule);
        if (byMail && capReached && rule.optional() && !joinsMessage) {
            return SendingDecision.postpone(SuppressReason.CAP, recipient.nextMoment(nextWeek(recipient, now), hours));
        }
        return SendingDecision.send(byMail);
    }

    /** Whether this prompt causes a message now, whatever the cap. */
    public boolean needsMessage(PromptRule rule, Instant now) {
        return !rule.optional() && decide(rule, true, now).isSend();
    }

    /** The start of the person's current week, a Monday. */
    public static Instant thisWeek(Recipient recipient, Instant now) {
        LocalDate monday = recipient.dayOf(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return recipient.endOf(monday.minusDays(1));
    }

    /** The start of the person's next week. */
    static Instant nextWeek(Recipient recipient, Instant now) {
        return recipient.endOf(recipient.dayOf(now).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }
}
