package nl.klimrek.conversations.questions.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.klimrek.conversations.questions.Question;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionTags.Aspect;
import nl.klimrek.conversations.questions.QuestionTags.Audience;
import nl.klimrek.conversations.questions.QuestionTemplate;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.SelectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Selects the 3 to 7 questions of one side, each with the reason why. The same criteria give the same questionnaire.
 *
 * <p>In order: questions of the organisation's template; one about the heart; what earlier conversations of these two
 * lacked; what this person prefers; and then the question that adds most. About half of them are for both sides.
 */
public final class QuestionSelector {

    /** A question in the mode somebody likes is worth as much as three tags the others do not have. */
    private static final int LIKED = 3;

    private final QuestionSelectionCriteria wish;
    private final List<Question> left;
    private final List<Question> chosen = new ArrayList<>();
    private final List<SelectedQuestion> picked = new ArrayList<>();

    private QuestionSelector(QuestionBank bank, QuestionSelectionCriteria wish, Collection<String> not) {
        this.wish = wish;
        this.left = new ArrayList<>(bank.current().stream()
                .filter(one -> one.fits(wish.type(), wish.side()) && !not.contains(one.id()))
                .toList());
    }

    /** The sheet for this wish. */
    public static Questionnaire sheet(QuestionBank bank, QuestionSelectionCriteria wish) {
        QuestionSelector choosing = new QuestionSelector(bank, wish, Set.of());
        Optional<QuestionTemplate> template = bank.template(wish.type(), wish.template());
        template.ifPresent(choosing::take);
        choosing.fill(template.isPresent() ? QuestionTemplate.MIN_QUESTIONS : wish.size());
        return new Questionnaire(
                template.map(QuestionTemplate::label).orElse(wish.type() + "@" + bank.edition()),
                choosing.picked,
                null);
    }

    /** The next best in place of this one; empty when the bank has no other that fits. The heart is followed by the heart. */
    public static Optional<SelectedQuestion> other(
            QuestionBank bank, QuestionSelectionCriteria wish, Questionnaire sheet, String out) {
        Set<String> seen =
                sheet.picked().stream().map(SelectedQuestion::question).collect(Collectors.toCollection(TreeSet::new));
        seen.addAll(sheet.swappedOut());
        QuestionSelector choosing = new QuestionSelector(bank, wish, seen);
        sheet.picked().stream()
                .filter(one -> !one.question().equals(out))
                .flatMap(one -> bank.find(one.question(), one.version()).stream())
                .forEach(choosing.chosen::add);
        boolean heartless = choosing.chosen.stream().noneMatch(QuestionSelector::heart);
        return choosing.best(one -> !heartless || heart(one))
                .map(one -> new SelectedQuestion(one.id(), one.version(), SelectionReason.SWAPPED, choosing.adds(one)));
    }

    private void take(QuestionTemplate template) {
        template.questions().stream()
                .flatMap(id -> left.stream().filter(one -> one.id().equals(id)))
                .toList()
                .forEach(one -> choose(one, SelectionReason.TEMPLATE, null));
    }

    private void fill(int size) {
        if (chosen.stream().noneMatch(QuestionSelector::heart)) {
            best(one -> heart(one) && one.audience() == Audience.BOTH)
                    .or(() -> best(QuestionSelector::heart))
                    .ifPresent(one -> choose(one, SelectionReason.HEART, null));
        }
        for (Enum<?> lacking : wish.history().lacking()) {
            if (chosen.size() < size && !covers(lacking)) {
                best(one -> one.variety().anyMatch(lacking::equals))
                        .ifPresent(one -> choose(one, SelectionReason.HISTORY, lacking.name()));
            }
        }
        if (wish.mode() != null && chosen.size() < size && !covers(wish.mode())) {
            best(one -> one.mode() == wish.mode())
                    .ifPresent(one -> choose(one, SelectionReason.MODE, String.valueOf(wish.mode())));
        }
        boolean more = true;
        while (chosen.size() < size && more) {
            boolean together = chosen.stream()
                                    .filter(one -> one.audience() == Audience.BOTH)
                                    .count()
                            * 2
                    < size;
            Optional<Question> next =
                    best(one -> (one.audience() == Audience.BOTH) == together).or(() -> best(one -> true));
            next.ifPresent(one -> choose(one, SelectionReason.BALANCE, adds(one)));
            more = next.isPresent();
        }
    }

    private void choose(Question one, SelectionReason why, @Nullable String tag) {
        left.remove(one);
        chosen.add(one);
        picked.add(new SelectedQuestion(one.id(), one.version(), why, tag));
    }

    private Optional<Question> best(Predicate<Question> wanted) {
        return left.stream()
                .filter(wanted)
                .max(Comparator.comparingLong(this::worth)
                        .thenComparing(one -> (wish.conversation() + one.id()).hashCode() * 0x9E3779B9));
    }

    private long worth(Question one) {
        return one.variety().filter(tag -> !covers(tag)).count() + (one.mode() == wish.mode() ? LIKED : 0);
    }

    /** What this one has that the chosen do not; what it is about when they have all of it. */
    private String adds(Question one) {
        return one.variety()
                .filter(tag -> !covers(tag))
                .findFirst()
                .orElse(one.aspect())
                .name();
    }

    private boolean covers(Enum<?> tag) {
        return chosen.stream().flatMap(Question::variety).anyMatch(tag::equals);
    }

    private static boolean heart(Question one) {
        return one.aspect() == Aspect.HEART;
    }
}
