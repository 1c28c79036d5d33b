package nl.klimrek.reminders.wording;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.catalogue.PromptTexts;
import nl.klimrek.reminders.mail.OccasionTexts;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptProgress;
import nl.klimrek.reminders.wording.Placeholder.OccasionValues;
import org.springframework.stereotype.Component;

/**
 * Chooses the words of a prompt: the organisation's own, or the built-in ones. While two are compared, a person always gets the
 * same one. Words with a placeholder whose value is not known give way to the built-in ones. The inbox has the words of the last
 * message, whichever are in use by then.
 */
@Component
public class WordingSelector {

    /** Name of an organisation's own template, before the name of its kind. */
    static final String OWN = "own:";

    private final TemplateDirectory templates;
    private final PromptTexts builtIn;
    private final OccasionTexts occasions;

    WordingSelector(TemplateDirectory templates, PromptTexts builtIn, OccasionTexts occasions) {
        this.templates = templates;
        this.builtIn = builtIn;
        this.occasions = occasions;
    }

    /** The words for this prompt's next message. */
    public ChosenWording choose(Prompt prompt, Organisation organisation, ZoneId zone, Locale locale) {
        return choose(prompt, organisation, () -> zone, locale);
    }

    private ChosenWording choose(Prompt prompt, Organisation organisation, Supplier<ZoneId> zone, Locale locale) {
        OwnTemplate template = templates.recent(organisation, prompt.action());
        return template.version(variant(template, prompt.action(), prompt.actor()))
                .flatMap(version -> fill(prompt, version, values(prompt, organisation, zone, locale), locale))
                .orElseGet(() -> builtIn(prompt, locale));
    }

    /**
     * The words of the prompt's last message, in this language; before a message those of the next one. A version that is kept no more
     * gives way to the words in use.
     *
     * @param zone the reader's time zone; asked for only by words that need it
     */
    public ChosenWording last(Prompt prompt, Organisation organisation, Supplier<ZoneId> zone, Locale locale) {
        PromptProgress progress = prompt.progress();
        if (progress.templateVersion() == 0) {
            return choose(prompt, organisation, zone, locale);
        }
        if (progress.template() == null) {
            return builtIn(prompt, locale);
        }
        return templates
                .version(organisation, prompt.action(), progress.templateVersion())
                .map(version -> fill(prompt, version, values(prompt, organisation, zone, locale), locale)
                        .orElseGet(() -> builtIn(prompt, locale)))
                .orElseGet(() -> choose(prompt, organisation, zone, locale));
    }

    private ChosenWording builtIn(Prompt prompt, Locale locale) {
        return new ChosenWording(
                prompt.template(),
                PromptTexts.VERSION,
                builtIn.subject(prompt.action(), locale),
                builtIn.step(prompt.action(), messageOf(prompt), locale),
                builtIn.why(prompt.action(), locale));
    }

    private OccasionValues values(Prompt prompt, Organisation organisation, Supplier<ZoneId> zone, Locale locale) {
        return placeholder -> switch (placeholder) {
            case WITH -> occasions.with(prompt.progress().occasion(), organisation);
            case WHEN -> occasions.when(prompt.progress().occasion(), zone.get(), locale);
        };
    }

    private Optional<ChosenWording> fill(Prompt prompt, WordingVersion version, OccasionValues values, Locale locale) {
        Wording words = version.in(locale);
        int message = messageOf(prompt);
        String step = message <= words.steps().size()
                        && !words.steps().get(message - 1).isBlank()
                ? words.steps().get(message - 1)
                : builtIn.step(prompt.action(), message, locale);
        List<String> filled = Stream.of(words.subject(), step, words.why())
                .flatMap(text -> Placeholder.fill(text, values).stream())
                .toList();
        return filled.size() < 3
                ? Optional.empty()
                : Optional.of(new ChosenWording(
                        OWN + prompt.template(), version.number(), filled.get(0), filled.get(1), filled.get(2)));
    }

    private static int messageOf(Prompt prompt) {
        return prompt.progress().silences() + 1;
    }

    /** The version for a person. It depends on the kind too, so that nobody is always in the same half. */
    static int variant(OwnTemplate template, PromptAction action, String person) {
        if (template.inUse().size() < 2) {
            return template.current();
        }
        UUID hash = UUID.nameUUIDFromBytes((action + "\0" + person).getBytes(StandardCharsets.UTF_8));
        return template.inUse()
                .get(Math.floorMod(hash.hashCode(), template.inUse().size()));
    }
}
