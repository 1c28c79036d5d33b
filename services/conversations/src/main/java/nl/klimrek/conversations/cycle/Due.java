package nl.klimrek.conversations.cycle;

import java.time.LocalDate;

import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.Window;

/**
 * What a rhythm asks for one employee and one type at this moment: a conversation, or none and why.
 */
public sealed interface Due {

    /** A conversation with a deterministic id within a window. */
    record Wanted(String conversation, CadenceRule rule, Window window) implements Due {}

    /** None. */
    record NotNow(Why why) implements Due {}

    /** Why none. */
    enum Why {
        /** It was planned before. */
        ALREADY_PLANNED,
        /** The employee starts after the period, or leaves before or in its first days. */
        NOT_EMPLOYED,
        /** A known absence covers the whole of what is left of the period. */
        ABSENT
    }

    /**
     * Judges the period that holds today. The window begins with the period, with today or with the employment, whichever
     * is latest, and ends with the period or with the employment.
     */
    static Due of(String cycle, Policy policy, CadenceRule rule, Member member, LocalDate today) {
        Period period = Period.at(rule, policy.startsOn(), today);
        LocalDate from = latest(period.from(), today, member.startDate());
        LocalDate until = member.leavesBefore(period.until()) ? member.endDate() : period.until();
        if (member.startsAfter(period.until()) || until.isBefore(from)) {
            return new NotNow(Why.NOT_EMPLOYED);
        }
        if (member.absentThroughout(from, until)) {
            return new NotNow(Why.ABSENT);
        }
        return new Wanted(ConversationIds.ofPeriod(cycle, member.person(), rule.type(), period.number()), rule,
                new Window(from, until));
    }

    private static LocalDate latest(LocalDate first, LocalDate second, LocalDate third) {
        LocalDate later = first.isAfter(second) ? first : second;
        return third != null && third.isAfter(later) ? third : later;
    }
}
