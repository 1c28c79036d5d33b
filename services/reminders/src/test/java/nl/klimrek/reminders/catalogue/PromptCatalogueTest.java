package nl.klimrek.reminders.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class PromptCatalogueTest {

    private static final EventCatalogue EVENTS = new ContractCatalogue();
    private static final Map<String, String> FILES = RuleFileReader.texts();

    @Test
    void the_catalogue_has_one_file_for_each_kind() {
        assertThat(new PromptCatalogue(EVENTS).all()).hasSize(PromptAction.values().length);
        assertThat(FILES).hasSize(PromptAction.values().length);
    }

    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1 | version: 0 | hold: version must be 1 or more",
                "conversation-held.v1 | conversation-hold.v1 | hold: unknown event conversations.conversation-hold.v1",
                "slotEnd | slotStop | hold: ConversationAccepted has no field slotStop",
                "from: slotEnd | from: by | hold: ConversationAccepted.by is no moment and no day",
                "about: conversation | about: talk | hold: ConversationAccepted has no field talk",
                "whom: BOTH | whom: COLLEAGUE | hold: ConversationAccepted has no field colleague",
                "every: 4 | every: 61 | hold: series.every must be 1 to 60",
                "messages: 3 | messages: 4 | hold: series.messages must be 2 or 3",
                "kind: DUTY | kind: NOTICE | hold: a notice has no series",
                "action: HOLD | action: PREPARE | hold: must be called prepare",
                "group: CONVERSATIONS | groep: CONVERSATIONS | hold: Unrecognized field",
                "from: slotEnd | from: slotEnd, only: { by: [NOBODY] } | hold: ConversationAccepted.by is never NOBODY",
            })
    void a_mistake_in_a_file_stops_the_start_and_is_named(String right, String wrong, String mistake) {
        assertThat(FILES.get("hold")).contains(right);
        assertThatThrownBy(() ->
                        new PromptCatalogue(with("hold", FILES.get("hold").replace(right, wrong)), EVENTS))
                .hasMessageContaining(mistake);
    }

    @Test
    void every_mistake_of_every_file_is_named_at_once() {
        Map<String, String> files = with("hold", FILES.get("hold").replace("slotEnd", "slotStop"));
        files.put("prepare", FILES.get("prepare").replace("version: 1", "version: 0"));
        files.remove("arrange");
        files.put("see-load", "- not a rule");
        assertThatThrownBy(() -> new PromptCatalogue(files, EVENTS))
                .hasMessageContainingAll(
                        "hold: ConversationAccepted has no field slotStop",
                        "prepare: version must be 1 or more",
                        "no file has the rule of ARRANGE",
                        "see-load: is empty");
    }

    @Test
    void a_rule_that_nothing_ends_is_a_mistake() {
        String endless =
                FILES.get("read-feedback").replaceAll("(?s)expires: 30\n", "").replaceAll("(?s)done:.*", "");
        assertThatThrownBy(() -> new PromptCatalogue(with("read-feedback", endless), EVENTS))
                .hasMessageContaining("read-feedback: never ends");
    }

    @Test
    void every_message_of_a_series_has_words_of_its_own_in_each_language() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("nl.klimrek.reminders.messages");
        texts.setFallbackToSystemLocale(false);
        assertThat(new PromptCatalogue(EVENTS).all())
                .filteredOn(rule -> rule.series() != null)
                .hasSizeGreaterThan(10)
                .allSatisfy(rule -> assertThat(Stream.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))
                                .flatMap(locale -> IntStream.rangeClosed(
                                                1, rule.series().messages())
                                        .mapToObj(message -> texts.getMessage(
                                                "mail." + rule.name() + ".step" + (message == 1 ? "" : "." + message),
                                                null,
                                                locale)))
                                .collect(Collectors.toSet()))
                        .as(rule.name())
                        .hasSize(2 * rule.series().messages()));
    }

    @Test
    void a_message_that_helps_only_its_reader_never_escalates_to_others() {
        assertThat(new PromptCatalogue(EVENTS).all())
                .filteredOn(PromptRule::optional)
                .allSatisfy(rule -> assertThat(rule.series()).as(rule.name()).isNull());
        assertThat(Set.of(PromptRuleKind.values())).hasSize(3);
    }

    @Test
    void a_duty_about_a_conversation_is_asked_of_either_side_alike() {
        assertThat(new PromptCatalogue(EVENTS).all())
                .filteredOn(rule -> rule.kind() == PromptRuleKind.DUTY && rule.group() == PromptGroup.CONVERSATIONS)
                .hasSizeGreaterThan(5)
                .allSatisfy(rule -> assertThat(rule.asks())
                        .as(rule.name())
                        .allMatch(ask -> Set.of(PromptReceiver.BOTH, PromptReceiver.OTHER_SIDE)
                                .contains(ask.whom())));
    }

    private static Map<String, String> with(String name, String text) {
        Map<String, String> files = new LinkedHashMap<>(FILES);
        files.put(name, text);
        return files;
    }
}
