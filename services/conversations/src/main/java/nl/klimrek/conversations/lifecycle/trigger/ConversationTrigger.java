package nl.klimrek.conversations.lifecycle.trigger;

import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.scheduling.Window;

/**
 * An occurrence that asks for a conversation.
 *
 * @param reason what happened
 * @param type conversation it asks for
 * @param occurrence tells this happening from another of its kind, so that hearing of it again asks for nothing more
 * @param window days within which to talk
 */
public record ConversationTrigger(ConversationReason reason, ConversationType type, String occurrence, Window window) {

    private static final int DAYS_AROUND = 7;
    private static final int SOON = 21;
    private static final int UNHURRIED = 42;

    /** Somebody joined; a talk around their {@code day}th day. */
    static ConversationTrigger joined(LocalDate start, int day) {
        LocalDate around = start.plusDays(day);
        return new ConversationTrigger(
                ConversationReason.JOINED,
                ConversationType.ONBOARDING,
                start + "+" + day,
                new Window(around.minusDays(DAYS_AROUND), around.plusDays(DAYS_AROUND)));
    }

    static ConversationTrigger managerChanged(String occurrence, LocalDate from) {
        return within(ConversationReason.MANAGER_CHANGED, ConversationType.CHECK_IN, occurrence, from, SOON);
    }

    static ConversationTrigger roleChanged(String occurrence, LocalDate from) {
        return within(ConversationReason.ROLE_CHANGED, ConversationType.DEVELOPMENT, occurrence, from, UNHURRIED);
    }

    static ConversationTrigger teamChanged(String occurrence, LocalDate from) {
        return within(ConversationReason.ROLE_CHANGED, ConversationType.CHECK_IN, occurrence, from, UNHURRIED);
    }

    static ConversationTrigger absenceEnded(String occurrence, LocalDate firstDayBack) {
        return within(ConversationReason.ABSENCE_ENDED, ConversationType.CHECK_IN, occurrence, firstDayBack, SOON);
    }

    static ConversationTrigger goalStalled(String occurrence, LocalDate today) {
        return within(ConversationReason.GOAL_STALLED, ConversationType.CHECK_IN, occurrence, today, SOON);
    }

    static ConversationTrigger agreementOverdue(String agreement, LocalDate today) {
        return within(ConversationReason.AGREEMENT_OVERDUE, ConversationType.CHECK_IN, agreement, today, SOON);
    }

    static ConversationTrigger certificateExpiring(String evidence, LocalDate today) {
        return within(
                ConversationReason.CERTIFICATE_EXPIRING, ConversationType.DEVELOPMENT, evidence, today, UNHURRIED);
    }

    static ConversationTrigger budgetUnused(String occurrence, LocalDate today) {
        return within(ConversationReason.BUDGET_UNUSED, ConversationType.DEVELOPMENT, occurrence, today, UNHURRIED);
    }

    /** A reorganisation was announced; a talk before it takes effect, where there is time for it. */
    static ConversationTrigger reorganisation(String announcement, LocalDate today, LocalDate effectiveOn) {
        LocalDate soon = today.plusDays(SOON);
        LocalDate last = effectiveOn.isAfter(soon) && effectiveOn.isBefore(today.plusDays(2L * UNHURRIED))
                ? effectiveOn
                : effectiveOn.isAfter(soon) ? today.plusDays(2L * UNHURRIED) : soon;
        return new ConversationTrigger(
                ConversationReason.REORGANISATION, ConversationType.CAREER, announcement, new Window(today, last));
    }

    static ConversationTrigger scanCompleted(String announcement, LocalDate today) {
        return within(ConversationReason.SCAN_COMPLETED, ConversationType.DEVELOPMENT, announcement, today, SOON);
    }

    /** The conversation this asks for with this employee; always the same one. */
    String conversation(String employee) {
        return ConversationIds.ofTrigger(reason, employee, occurrence);
    }

    private static ConversationTrigger within(
            ConversationReason reason, ConversationType type, String occurrence, LocalDate from, int days) {
        return new ConversationTrigger(reason, type, occurrence, new Window(from, from.plusDays(days)));
    }
}
