package nl.klimrek.reminders.overview;

import java.util.List;
import java.util.stream.Stream;

/**
 * The prompts of one organisation whose silence was escalated to HR.
 *
 * @param prompts ids, oldest first; some may have ended since
 */
public record HrEscalations(List<String> prompts) {

    static final HrEscalations NONE = new HrEscalations(List.of());

    public HrEscalations {
        prompts = List.copyOf(prompts);
    }

    HrEscalations with(String prompt) {
        return prompts.contains(prompt)
                ? this
                : new HrEscalations(
                        Stream.concat(prompts.stream(), Stream.of(prompt)).toList());
    }

    HrEscalations only(List<String> open) {
        return new HrEscalations(prompts.stream().filter(open::contains).toList());
    }
}
