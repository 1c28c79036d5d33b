package nl.klimrek.conversations.lifecycle.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Days on which something will ask for a conversation with one employee, unless it is settled before.
 *
 * @param employee person id
 * @param days what is awaited, when
 * @param privateGoals goals the employee keeps private: they ask for nothing with a manager, who may not know of them
 */
record AwaitedDays(String employee, List<Day> days, Set<String> privateGoals) {

    AwaitedDays {
        days = days == null ? List.of() : List.copyOf(days);
        privateGoals = privateGoals == null ? Set.of() : Set.copyOf(privateGoals);
    }

    /** What is awaited. */
    enum Kind {
        AGREEMENT_OVERDUE,
        CERTIFICATE_EXPIRING,
        ABSENCE_ENDED,
        MANAGER_CHANGED,
        ROLE_CHANGED,
        TEAM_CHANGED,
        SLOT
    }

    /**
     * One of them.
     *
     * @param subject agreement, evidence, first day of the absence, the change of manager, role or team, or a conversation
     * @param on day on which it asks for a conversation
     */
    record Day(Kind kind, String subject, LocalDate on) {}

    static AwaitedDays of(String employee) {
        return new AwaitedDays(employee, List.of(), Set.of());
    }

    /** Awaits this day; an earlier one for the same subject gives way. */
    Decision<AwaitedDays> await(Day day) {
        List<Day> next = Stream.concat(others(day.kind(), day.subject()::equals), Stream.of(day))
                .toList();
        return changed(next, privateGoals);
    }

    /**
     * What a change of the roster makes to await, at once: one event leaves one mark here.
     *
     * @param occasion that there is another manager, role or team; null when there is none
     * @param absence whether the absence changed; then {@code back} is the first day back, null when none is known
     */
    Decision<AwaitedDays> rosterChanged(@Nullable Day occasion, boolean absence, @Nullable Day back) {
        List<Day> kept = absence ? others(Kind.ABSENCE_ENDED, any -> true).toList() : days;
        return changed(
                Stream.of(kept.stream(), Stream.ofNullable(absence ? back : null), Stream.ofNullable(occasion))
                        .flatMap(all -> all)
                        .toList(),
                privateGoals);
    }

    /** It is settled, or has asked for its conversation. */
    Decision<AwaitedDays> settled(Kind kind, String subject) {
        return changed(others(kind, subject::equals).toList(), privateGoals);
    }

    Decision<AwaitedDays> keepsPrivate(String goal) {
        Set<String> more = new TreeSet<>(privateGoals);
        more.add(goal);
        return changed(days, more);
    }

    /** Keeps this goal private no longer. */
    Decision<AwaitedDays> shares(String goal) {
        Set<String> fewer = new TreeSet<>(privateGoals);
        fewer.remove(goal);
        return changed(days, fewer);
    }

    /** Nothing any more: the employee left. */
    Decision<AwaitedDays> nothing() {
        return changed(List.of(), privateGoals);
    }

    /** What has come, where the employee is. */
    List<Day> come(LocalDate today) {
        return days.stream().filter(day -> !day.on().isAfter(today)).toList();
    }

    /** When a clock has to look: the first day, where it begins first; null for never. */
    @Nullable
    Instant due() {
        return days.stream()
                .map(Day::on)
                .min(Comparator.naturalOrder())
                .map(day -> day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant())
                .orElse(null);
    }

    private Stream<Day> others(Kind kind, Predicate<String> subject) {
        return days.stream().filter(day -> day.kind() != kind || !subject.test(day.subject()));
    }

    private Decision<AwaitedDays> changed(List<Day> next, Set<String> goals) {
        AwaitedDays changed = new AwaitedDays(employee, next, goals);
        return changed.equals(this) ? Decision.unchanged() : Decision.accept(changed);
    }
}
