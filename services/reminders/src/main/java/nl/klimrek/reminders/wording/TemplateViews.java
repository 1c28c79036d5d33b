package nl.klimrek.reminders.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptSeries;
import nl.klimrek.reminders.catalogue.PromptTexts;
import nl.klimrek.reminders.mail.OccasionTexts;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.tone.ToneFinding;
import nl.klimrek.reminders.wording.TemplateRequests.Words;
import org.springframework.stereotype.Component;

/** Shows HR an organisation's own words beside the built-in ones. */
@Component
class TemplateViews {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String EXAMPLE_NAME = "Sam de Vries";
    private static final LocalDate EXAMPLE_DAY = LocalDate.of(2027, 3, 15);

    private final PromptCatalogue catalogue;
    private final PromptTexts builtIn;
    private final OccasionTexts occasions;
    private final TemplateCheck check;

    TemplateViews(PromptCatalogue catalogue, PromptTexts builtIn, OccasionTexts occasions, TemplateCheck check) {
        this.catalogue = catalogue;
        this.builtIn = builtIn;
        this.occasions = occasions;
        this.check = check;
    }

    TemplateView template(OwnTemplate own) {
        PromptSeries series = catalogue.rule(own.action()).series();
        int messages = series == null ? 1 : series.messages();
        return new TemplateView(
                own.action(),
                messages,
                Placeholder.codes().stream().sorted().toList(),
                new BothLanguages(
                        builtIn(own.action(), messages, DUTCH), builtIn(own.action(), messages, Locale.ENGLISH)),
                own.inUse(),
                own.versions().stream()
                        .map(version -> new VersionView(
                                version.number(),
                                version.savedAt(),
                                new BothLanguages(version.dutch(), version.english())))
                        .toList());
    }

    private Wording builtIn(PromptAction action, int messages, Locale language) {
        return new Wording(
                builtIn.subject(action, language),
                IntStream.rangeClosed(1, messages)
                        .mapToObj(message -> builtIn.step(action, message, language))
                        .toList(),
                builtIn.why(action, language));
    }

    CheckView check(PromptAction action, Words words, List<ToneFinding> findings, Locale locale) {
        return new CheckView(
                findings.stream()
                        .map(finding -> new FindingView(
                                finding.rule().isError(), finding.part(), check.explain(finding, locale)))
                        .toList(),
                example(words.dutch().wording(), DUTCH),
                example(words.english().wording(), Locale.ENGLISH));
    }

    /** The words with examples in the place of placeholders; a text with an unknown one as it is. */
    private Wording example(Wording wording, Locale language) {
        return new Wording(
                filled(wording.subject(), language),
                wording.steps().stream().map(step -> filled(step, language)).toList(),
                filled(wording.why(), language));
    }

    private String filled(String text, Locale language) {
        PromptOccasion day = new PromptOccasion(null, null, null, EXAMPLE_DAY, EXAMPLE_DAY);
        return Placeholder.fill(text, placeholder -> switch (placeholder) {
                    case WITH -> Optional.of(EXAMPLE_NAME);
                    case WHEN -> occasions.when(day, ZoneOffset.UTC, language);
                })
                .orElse(text);
    }

    /**
     * @param messages messages of the series; 1 for a single one
     * @param placeholders what words may leave open
     * @param inUse numbers of the versions in use: none for the built-in words, two while they are compared
     * @param versions the saved versions, oldest first
     */
    record TemplateView(
            PromptAction action,
            int messages,
            List<String> placeholders,
            BothLanguages builtIn,
            List<Integer> inUse,
            List<VersionView> versions) {}

    record VersionView(int number, Instant savedAt, BothLanguages words) {}

    record BothLanguages(Wording dutch, Wording english) {}

    /**
     * @param findings what the check found
     * @param dutch how the Dutch words read, with examples
     * @param english how the English words read, with examples
     */
    record CheckView(List<FindingView> findings, Wording dutch, Wording english) {}

    /**
     * @param error whether it has to change before the words can be saved; otherwise a warning
     * @param part part of the text
     * @param text what was found, and what helps
     */
    record FindingView(boolean error, String part, String text) {}
}
