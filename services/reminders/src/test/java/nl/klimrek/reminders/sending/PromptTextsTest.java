package nl.klimrek.reminders.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.klimrek.contracts.reminders.PromptAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tone of the texts that people read: no threat, no guilt, no pressure and no content. */
class PromptTextsTest {

    private static final String ENGLISH = "/nl/klimrek/reminders/messages.properties";
    private static final String DUTCH = "/nl/klimrek/reminders/messages_nl.properties";

    /** Words that threaten, blame, command or hurry. */
    private static final Map<String, Pattern> UNKIND = Map.of(
            ENGLISH,
                    words(
                            "must",
                            "have to",
                            "mandatory",
                            "obligatory",
                            "required",
                            "failed",
                            "failure",
                            "forgot",
                            "forgotten",
                            "overdue",
                            "too late",
                            "last chance",
                            "final",
                            "urgent",
                            "immediately",
                            "consequences?",
                            "warning",
                            "penalty",
                            "deadline",
                            "as soon as possible",
                            "unfortunately",
                            "still not",
                            "should have",
                            "disappoint\\w*",
                            "manager will"),
            DUTCH,
                    words(
                            "moet",
                            "moeten",
                            "verplicht",
                            "verplichte",
                            "vergeten",
                            "mislukt",
                            "te laat",
                            "laatste kans",
                            "dringend",
                            "onmiddellijk",
                            "direct",
                            "gevolgen",
                            "waarschuwing",
                            "boete",
                            "deadline",
                            "zo snel mogelijk",
                            "helaas",
                            "nog steeds niet",
                            "had je",
                            "teleurgesteld",
                            "verzuimd",
                            "achterstand",
                            "spoed"));

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertThat(texts(DUTCH).keySet()).isNotEmpty().isEqualTo(texts(ENGLISH).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, DUTCH})
    void every_prompt_has_a_subject_a_step_and_a_reason(String bundle) throws IOException {
        Map<String, String> texts = texts(bundle);
        for (PromptAction action : PromptAction.values()) {
            String template = "mail." + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(texts).containsKeys(template + ".subject", template + ".step", template + ".why");
            assertThat(texts.get(template + ".why"))
                    .startsWith(bundle.equals(DUTCH) ? "Je krijgt dit bericht omdat " : "You receive this because ");
            assertThat(texts.get(template + ".subject")).hasSizeLessThan(60);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, DUTCH})
    void no_text_threatens_blames_commands_or_hurries(String bundle) throws IOException {
        assertThat(texts(bundle))
                .allSatisfy((key, text) -> assertThat(
                                UNKIND.get(bundle).matcher(text).find())
                        .as(text)
                        .isFalse());
        assertThat(texts(bundle)).allSatisfy((key, text) -> assertThat(text).doesNotContain("!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, DUTCH})
    void a_message_has_placeholders_for_names_and_dates_and_none_for_content(String bundle) throws IOException {
        Set<String> open = Set.of(
                "mail.greeting.name",
                "mail.occasion.with",
                "mail.occasion.slot",
                "mail.occasion.days",
                "mail.occasion.day");
        assertThat(texts(bundle)).allSatisfy((key, text) -> {
            if (key.startsWith("mail.") && !open.contains(key)) {
                assertThat(text).doesNotContain("{", "}");
            }
        });
        assertThat(texts(bundle).get("mail.greeting.name"))
                .containsOnlyOnce("{")
                .contains("{0}");
    }

    /** How often somebody is invited is a setting, which the words must not contradict. */
    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, DUTCH})
    void the_invitation_to_a_career_conversation_names_no_period(String bundle) throws IOException {
        assertThat(texts(bundle)).allSatisfy((key, text) -> {
            if (key.startsWith("mail.consider-career.")) {
                assertThat(text).doesNotContain("year", "jaar", "month", "maand");
            }
        });
    }

    @Test
    void the_check_of_tone_finds_its_words() {
        List<String> unkind = List.of("You must answer.", "This is OVERDUE.");
        assertThat(unkind).allMatch(text -> UNKIND.get(ENGLISH).matcher(text).find());
        assertThat(UNKIND.get(DUTCH).matcher("Je moet dit nog doen").find()).isTrue();
        assertThat(UNKIND.get(DUTCH).matcher("Neem een moment").find()).isFalse();
    }

    private static Pattern words(String... words) {
        return Pattern.compile(
                "\\b(" + String.join("|", words) + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Map<String, String> texts(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(PromptTextsTest.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
