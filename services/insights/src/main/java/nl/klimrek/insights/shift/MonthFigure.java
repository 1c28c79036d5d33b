package nl.klimrek.insights.shift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Collection;

/**
 * One month, without a figure about too few.
 *
 * <p>Guarantee: every figure is about at least {@code minimum} people or about nobody, and so is what can be had by taking
 * one from another: where either kind is about too few, only the sum of both is shown, and nothing where that is too.
 *
 * @param month the month
 * @param conversations held in it; null when about too few
 * @param assessments of those, the ones of the old regime; null when one of the kinds is about too few
 * @param dialogues of those, all others; null with {@code assessments}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonthFigure(YearMonth month, Integer conversations, Integer assessments, Integer dialogues) {

    static MonthFigure of(YearMonth month, Collection<Counts> people, int minimum) {
        int assessments = people.stream().mapToInt(Counts::assessments).sum();
        int dialogues = people.stream().mapToInt(Counts::dialogues).sum();
        long both = people.stream()
                .filter(one -> one.assessments() + one.dialogues() > 0)
                .count();
        long assessed = people.stream().filter(one -> one.assessments() > 0).count();
        long talked = people.stream().filter(one -> one.dialogues() > 0).count();
        if (tooFew(both, minimum)) {
            return new MonthFigure(month, null, null, null);
        }
        boolean split = !tooFew(assessed, minimum)
                && !tooFew(talked, minimum)
                && !tooFew(both - assessed, minimum)
                && !tooFew(both - talked, minimum);
        return new MonthFigure(month, assessments + dialogues, split ? assessments : null, split ? dialogues : null);
    }

    private static boolean tooFew(long people, int minimum) {
        return people > 0 && people < minimum;
    }
}
