package nl.klimrek.insights.shift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Collection;
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

    static ShiftFigure of(YearMonth month, Collection<ConversationCounts> people, MinimumGroup minimum) {
        int assessments =
                people.stream().mapToInt(ConversationCounts::assessments).sum();
        int dialogues = people.stream().mapToInt(ConversationCounts::dialogues).sum();
        long both = people.stream()
                .filter(one -> one.assessments() + one.dialogues() > 0)
                .count();
        long assessed = people.stream().filter(one -> one.assessments() > 0).count();
        long talked = people.stream().filter(one -> one.dialogues() > 0).count();
        if (minimum.hides(both)) {
            return new ShiftFigure(month, null, null, null);
        }
        boolean split = !minimum.hides(assessed)
                && !minimum.hides(talked)
                && !minimum.hides(both - assessed)
                && !minimum.hides(both - talked);
        return new ShiftFigure(month, assessments + dialogues, split ? assessments : null, split ? dialogues : null);
    }
}
