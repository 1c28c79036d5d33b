package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import org.jspecify.annotations.Nullable;

/**
 * What a rhythm asks for one employee and one type at this moment: a conversation, or none and why.
 */
public sealed interface DueConversation {

    /**
     * A conversation with a deterministic id within a window.
     *
     * @param period turn of the rhythm it belongs to
     * @param shaped what makes its window other than that period
     */
    record Wanted(
            String conversation, CadenceRule rule, CadencePeriod period, Window window, Set<WindowAdjustment> shaped)
            implements DueConversation {}

    /** None. */
    record NotNow(CadenceRule rule, Why why) implements DueConversation {}

    /** Why none. */
    enum Why {
        /** It was planned before. */
        ALREADY_PLANNED,
        /** Another conversation of this type has these days, from another cycle, an earlier policy or a trigger. */
        OTHER_IN_WINDOW,
        /** The employee starts after the period, or leaves before or in its first days. */
        NOT_EMPLOYED,
        /** A known absence covers the whole of what is left of the period. */
        ABSENT
    }

    /**
     * Judges the period that holds today. The window begins with the period, with today or with the employment, whichever
     * is latest, and ends with the period or with the employment; it neither begins nor ends in a blackout.
     */
    static DueConversation of(
            String cycle,
            Cadence cadence,
            CadenceRule rule,
            PolicyMember member,
            LocalDate today,
            List<Blackout> blackouts) {
        return of(cycle, cadence, rule, CadencePeriod.at(rule, cadence.anchor(), today), member, today, blackouts);
    }

    /** Judges the periods that begin after today and until a day, likewise. */
    static Stream<DueConversation> ahead(
            String cycle,
            Cadence cadence,
            CadenceRule rule,
            PolicyMember member,
            LocalDate today,
            LocalDate until,
            List<Blackout> blackouts) {
        return CadencePeriod.beginning(rule, cadence.anchor(), today, until)
                .map(period -> of(cycle, cadence, rule, period, member, today, blackouts));
    }

    private static DueConversation of(
            String cycle,
            Cadence cadence,
            CadenceRule rule,
            CadencePeriod period,
            PolicyMember member,
            LocalDate today,
            List<Blackout> blackouts) {
        LocalDate end = member.endDate();
        LocalDate last = end != null && member.leavesBefore(period.until()) ? end : period.until();
        LocalDate first = latest(period.from(), today, member.startDate());
        if (member.startsAfter(period.until()) || last.isBefore(first)) {
            return new NotNow(rule, Why.NOT_EMPLOYED);
        }
        Window open = BlackoutRule.within(new Window(first, last), blackouts);
        if (member.leavesBefore(open.from())) {
            return new NotNow(rule, Why.NOT_EMPLOYED);
        }
        if (member.absentThroughout(open.from(), open.until())) {
            return new NotNow(rule, Why.ABSENT);
        }
        return new Wanted(
                ConversationIds.ofPeriod(cadence.series(cycle), member.person(), rule.type(), period.number()),
                rule,
                period,
                open,
                shaped(period, first, last, open, today));
    }

    private static Set<WindowAdjustment> shaped(
            CadencePeriod period, LocalDate first, LocalDate last, Window open, LocalDate today) {
        Set<WindowAdjustment> shaped = EnumSet.noneOf(WindowAdjustment.class);
        if (first.isAfter(period.from())) {
            shaped.add(first.equals(today) ? WindowAdjustment.FROM_TODAY : WindowAdjustment.FROM_FIRST_DAY);
        }
        if (last.isBefore(period.until())) {
            shaped.add(WindowAdjustment.UNTIL_LAST_DAY);
        }
        if (open.from().isAfter(last)) {
            shaped.add(WindowAdjustment.AFTER_BLACKOUT);
        } else if (!open.equals(new Window(first, last))) {
            shaped.add(WindowAdjustment.BLACKOUT_LEFT_OUT);
        }
        return shaped;
    }

    private static LocalDate latest(LocalDate first, LocalDate second, @Nullable LocalDate third) {
        LocalDate later = first.isAfter(second) ? first : second;
        return third != null && third.isAfter(later) ? third : later;
    }
}
