package nl.klimrek.conversations.questions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.eventing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The few questions that one side prepares, as that side first saw them. Later changes of the bank leave it as it is.
 *
 * @param template what it was made from, with its version
 * @param picked in the order to think about them
 * @param swappedOut ids of questions that were swapped away, so that none comes back by itself
 */
public record Questionnaire(
        String template,
        List<SelectedQuestion> picked,
        @Nullable Set<String> swappedOut) {

    public Questionnaire {
        picked = List.copyOf(picked);
        swappedOut = swappedOut == null ? Set.of() : Set.copyOf(swappedOut);
    }

    /** The question with this id, where it is on the sheet. */
    public Optional<SelectedQuestion> find(String question) {
        return picked.stream().filter(one -> one.question().equals(question)).findFirst();
    }

    /** Why a question cannot be swapped; {@code in} is null where the bank has no other. */
    public Optional<Refusal> refusesSwap(String out, @Nullable SelectedQuestion in) {
        if (find(out).isEmpty()) {
            return Optional.of(Refusal.of("question-not-in-set"));
        }
        return in == null ? Optional.of(Refusal.of("no-other-question")) : Optional.empty();
    }

    public Questionnaire swapped(String out, SelectedQuestion in) {
        Set<String> gone = new TreeSet<>(swappedOut);
        gone.add(out);
        return new Questionnaire(
                template,
                picked.stream()
                        .map(one -> one.question().equals(out) ? in : one)
                        .toList(),
                gone);
    }
}
