package nl.klimrek.reminders.wording;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What HR sends about their own words. */
final class TemplateRequests {

    private static final int MAX = 1000;

    private TemplateRequests() {}

    /**
     * Words in both languages.
     *
     * @param confirmed whether HR read the warnings and wants these words nevertheless
     */
    record Words(
            @NotNull @Valid LanguageWords dutch,
            @NotNull @Valid LanguageWords english,
            boolean confirmed) {}

    /** @param steps the step for each message of a series; only the first one is needed */
    record LanguageWords(
            @NotNull @Size(max = MAX) String subject,
            @NotNull @Size(min = 1, max = 3) List<@NotNull @Size(max = MAX) String> steps,
            @NotNull @Size(max = MAX) String why) {

        Wording wording() {
            return new Wording(
                    subject.strip(), steps.stream().map(String::strip).toList(), why.strip());
        }
    }

    /** @param version number of the version that stays in use; 0 for the built-in words */
    record Choice(@Min(0) int version) {}
}
