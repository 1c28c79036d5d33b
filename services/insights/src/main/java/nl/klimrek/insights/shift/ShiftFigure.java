package nl.klimrek.insights.shift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import nl.klimrek.insights.history.MinimumGroup;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one month, without any about too few people.
 *
 * <p>Guarantee: every figure is about at least the minimum group or about nobody, and so is every difference of two
 * figures. Where one kind is about too few people, only the sum is shown; where the sum is too, nothing is.
 *
 * @param month the month
 * @param conversations held in it; null when about too few people
 * @param assessments those of the old regime; null when one of the kinds is about too few
 * @param dialogues all others; null with {@code assessments}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShiftFigure(
        YearMonth month,
        @Nullable Integer conversations,
        @Nullable Integer assessments,
        @Nullable Integer dialogues) {

    /** @param peopleByCounts how many people had each combination of counts */
    static ShiftFigure of(YearMonth month, Map<ConversationCounts, Long> peopleByCounts, MinimumGroup minimum) {
        long assessments = sum(peopleByCounts, ConversationCounts::assessments);
        long dialogues = sum(peopleByCounts, ConversationCounts::dialogues);
        long both = people(peopleByCounts, counts -> counts.assessments() + counts.dialogues() > 0);
        long assessed = people(peopleByCounts, counts -> counts.assessments() > 0);
        long talked = people(peopleByCounts, counts -> counts.dialogues() > 0);
        if (minimum.hides(both)) {
            return new ShiftFigure(month, null, null, null);
        }
        boolean split = !minimum.hides(assessed)
                && !minimum.hides(talked)
                && !minimum.hides(both - assessed)
                && !minimum.hides(both - talked);
        return new ShiftFigure(
                month,
                Math.toIntExact(assessments + dialogues),
                split ? Math.toIntExact(assessments) : null,
                split ? Math.toIntExact(dialogues) : null);
    }

    private static long sum(Map<ConversationCounts, Long> peopleByCounts, ToLongFunction<ConversationCounts> kind) {
        return peopleByCounts.entrySet().stream()
                .mapToLong(entry -> kind.applyAsLong(entry.getKey()) * entry.getValue())
                .sum();
    }

    private static long people(Map<ConversationCounts, Long> peopleByCounts, Predicate<ConversationCounts> which) {
        return peopleByCounts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
