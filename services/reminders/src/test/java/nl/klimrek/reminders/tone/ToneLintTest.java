package nl.klimrek.reminders.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.reminders.prompt.PromptNeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the check of tone finds, and what it leaves alone. */
class ToneLintTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Set<String> PLACEHOLDERS = Set.of("with", "when");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Kies nu, anders volgt een gesprek.              | THREAT          | anders volgt",
                "nl | Kies een moment, of het heeft Gevolgen.         | THREAT          | Gevolgen",
                "en | Choose a time, or there will be consequences.   | THREAT          | consequences",
                "nl | Je bent vergeten een moment te kiezen.          | GUILT           | vergeten",
                "nl | Kies een moment; je bent te laat.               | GUILT           | te laat",
                "en | You still have not chosen. Choose a time.       | GUILT           | still have not",
                "nl | Je moet een moment kiezen.                      | PRESSURE        | moet",
                "nl | Kies een moment!                                | PRESSURE        | !",
                "en | Choose a time as soon as possible.              | PRESSURE        | as soon as possible",
                "nl | Kies een moment. Lees daarna het verslag. Bel je collega. | SEVERAL_ACTIONS | 'kies, lees, bel'",
                "en | Choose a time. Then wait. Write three lines.    | SEVERAL_ACTIONS | 'choose, write'",
                "nl | Kies een moment voor {note}.                    | PLACEHOLDER     | {note}",
                "nl | Kies een moment voor {0}.                       | PLACEHOLDER     | {0}",
                "en | Choose a time { with.                           | PLACEHOLDER     | {",
                "nl | Kies een moment op https://x.example/a.         | LINK            | https://x.example/a.",
                "en | Choose a time and mail hr@acme.example          | LINK            | hr@acme.example",
                "nl | Kies indien mogelijk een moment.                | HARD_WORD       | indien",
                "nl | Kies een moment; de ander wordt gevraagd.       | PASSIVE         | wordt",
                "en | Choose a time; the other side was informed.     | PASSIVE         | was informed",
                "nl | Het gesprek staat gepland.                      | NO_ACTION       | ''"
            })
    void it_finds(String language, String step, ToneRule rule, String words) {
        assertThat(found(Locale.forLanguageTag(language), step)).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.words()).isEqualTo(words);
            assertThat(finding.part()).isEqualTo("steps[0]");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Kies een moment met {with}.",
                "nl | Past {when} jullie allebei? Kies samen.",
                "nl | Een ontmoeting helpt. Kies een moment.",
                "en | Choose a time with {with}.",
                "en | Would Tuesday suit you both?",
            })
    void it_leaves_kind_words_alone(String language, String step) {
        assertThat(found(Locale.forLanguageTag(language), step)).isEmpty();
    }

    @Test
    void a_reason_has_to_say_why() {
        assertThat(ToneLint.check(DUTCH, "Een gesprek", List.of("Kies een moment."), "Dit is voor jou.", PLACEHOLDERS))
                .extracting(ToneFinding::rule)
                .containsExactly(ToneRule.NO_REASON);
    }

    @Test
    void a_sentence_of_more_than_twenty_words_is_long_and_two_short_ones_are_not() {
        String twenty = "Kies "
                + String.join(" ", IntStream.range(0, 19).mapToObj(i -> "woord").toList());
        assertThat(found(DUTCH, twenty + ".")).isEmpty();
        assertThat(found(DUTCH, twenty + " erbij."))
                .extracting(ToneFinding::rule)
                .containsExactly(ToneRule.LONG_SENTENCE);
        assertThat(found(DUTCH, twenty + ". " + twenty.replace("Kies", "Samen") + "."))
                .isEmpty();
    }

    @Test
    void a_plainer_word_is_named() {
        assertThat(found(DUTCH, "Kies teneinde samen te praten een moment."))
                .extracting(ToneFinding::instead)
                .containsExactly("om");
    }

    @Test
    void a_text_is_one_line_of_a_length_that_fits() {
        assertThat(ToneLint.check(DUTCH, "x".repeat(61), List.of(" "), "Omdat\r\nBcc: iemand", PLACEHOLDERS))
                .filteredOn(finding -> finding.rule() == ToneRule.LENGTH)
                .extracting(ToneFinding::part)
                .containsExactlyInAnyOrder("subject", "steps[0]", "why");
    }

    @Test
    void only_the_first_message_of_a_series_needs_a_step_of_its_own() {
        assertThat(ToneLint.check(
                        DUTCH,
                        "Een gesprek",
                        List.of("Kies een moment.", "Een half uur is genoeg."),
                        "Je krijgt dit omdat er een gesprek komt.",
                        PLACEHOLDERS))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PromptAction.class)
    void the_built_in_words_have_no_error(PromptAction action) {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("nl.klimrek.reminders.messages");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultEncoding("UTF-8");
        String name = "mail." + PromptNeed.code(action);
        for (Locale language : List.of(DUTCH, Locale.ENGLISH)) {
            List<String> steps = Stream.of(".step", ".step.2", ".step.3")
                    .map(part -> texts.getMessage(name + part, null, "", language))
                    .filter(step -> step != null && !step.isEmpty())
                    .toList();
            assertThat(ToneLint.check(
                            language,
                            texts.getMessage(name + ".subject", null, language),
                            steps,
                            texts.getMessage(name + ".why", null, language),
                            PLACEHOLDERS))
                    .as("%s in %s", name, language)
                    .noneMatch(finding -> finding.rule().isError());
        }
    }

    private static List<ToneFinding> found(Locale language, String step) {
        boolean dutch = language.getLanguage().equals("nl");
        return ToneLint.check(
                language,
                dutch ? "Een gesprek" : "A conversation",
                List.of(step),
                dutch ? "Je krijgt dit omdat er een gesprek komt." : "You get this because a conversation comes.",
                PLACEHOLDERS);
    }
}
