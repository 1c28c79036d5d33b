package nl.klimrek.reminders.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptSeries;
import nl.klimrek.reminders.tone.ToneFinding;
import nl.klimrek.reminders.tone.ToneLint;
import nl.klimrek.reminders.tone.ToneRule;
import nl.klimrek.reminders.wording.TemplateRequests.Words;
import nl.klimrek.servicekit.problem.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Checks HR's own words, and explains in the reader's language what it finds. */
@Component
class TemplateCheck {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final PromptCatalogue catalogue;
    private final MessageSource messages;

    TemplateCheck(PromptCatalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** All findings, each with its part as a path in the request. */
    List<ToneFinding> findings(Words words) {
        List<ToneFinding> all = new ArrayList<>();
        add(all, "dutch.", DUTCH, words.dutch().wording());
        add(all, "english.", Locale.ENGLISH, words.english().wording());
        return all;
    }

    /** Refuses words with an error, and words with a warning that HR did not confirm. */
    void requireKind(Words words, PromptAction action, Locale locale) {
        PromptSeries series = catalogue.rule(action).series();
        int messagesOfSeries = series == null ? 1 : series.messages();
        List<ToneFinding> found = findings(words);
        if (Math.max(words.dutch().steps().size(), words.english().steps().size()) > messagesOfSeries) {
            found.add(new ToneFinding(ToneRule.LENGTH, "dutch.steps", String.valueOf(messagesOfSeries), ""));
        }
        refuse("template-refused", found, finding -> finding.rule().isError(), locale);
        if (!words.confirmed()) {
            refuse("template-unconfirmed", found, finding -> true, locale);
        }
    }

    /** The finding explained. */
    String explain(ToneFinding finding, Locale locale) {
        String key = "tone." + finding.rule();
        return finding.instead().isEmpty()
                ? messages.getMessage(key, new Object[] {finding.words()}, locale)
                : messages.getMessage(key + ".instead", new Object[] {finding.words(), finding.instead()}, locale);
    }

    private void refuse(String code, List<ToneFinding> found, Predicate<ToneFinding> counts, Locale locale) {
        List<FieldProblem> problems = found.stream()
                .filter(counts)
                .map(finding -> new FieldProblem(
                        finding.part(),
                        finding.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        explain(finding, locale)))
                .toList();
        if (!problems.isEmpty()) {
            throw new WordingRefusedException(code, problems);
        }
    }

    private static void add(List<ToneFinding> all, String prefix, Locale language, Wording wording) {
        ToneLint.check(language, wording.subject(), wording.steps(), wording.why(), Placeholder.codes()).stream()
                .map(finding ->
                        new ToneFinding(finding.rule(), prefix + finding.part(), finding.words(), finding.instead()))
                .forEach(all::add);
    }
}
