package nl.klimrek.portal.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.portal.fixture.CannedReader;
import nl.klimrek.portal.me.TodayResponses.Conversation;
import nl.klimrek.portal.reader.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingItemFactoryTest {
    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");

    @ParameterizedTest
    @EnumSource(PromptAction.class)
    void every_action_has_a_step_of_its_own_in_both_languages(PromptAction action) {
        for (String language : List.of("nl", "en")) {
            Reader reader = reader(language);
            WaitingItem item = items(reader, prompt("1", action, PromptSubject.CONVERSATION, "c-1"))
                    .get(0);
            assertThat(item.step())
                    .as(language)
                    .isNotEqualTo(reader.say("today.step.OTHER"))
                    .doesNotStartWith("today.");
        }
    }

    @ParameterizedTest
    @EnumSource(PromptSubject.class)
    void every_subject_links_to_a_page_of_its_own(PromptSubject subject) {
        WaitingItem item = items(reader("en"), prompt("1", PromptAction.PREPARE, subject, "s-1"))
                .get(0);
        assertThat(item.link()).doesNotStartWith("/me");
        assertThat(item.what()).isNotBlank();
    }

    @Test
    void a_subject_that_is_newer_than_the_portal_is_listed_with_the_words_of_its_service() {
        WaitingItem item = items(reader("en"), prompt("1", null, null, "s-1")).get(0);
        assertThat(item.what()).isEqualTo("step of the service");
        assertThat(item.link()).isEqualTo("/me/waiting");
    }

    @Test
    void prompts_about_one_subject_are_one_item() {
        List<WaitingItem> items = items(
                reader("en"),
                prompt("1", PromptAction.PREPARE, PromptSubject.CONVERSATION, "c-1"),
                prompt("2", PromptAction.HOLD, PromptSubject.CONVERSATION, "c-1"));
        assertThat(items).hasSize(1);
        assertThat(items.get(0).prompts()).isEqualTo("1,2");
        assertThat(items.get(0).step()).isEqualTo("Say whether you talked");
    }

    @Test
    void the_organisations_own_words_are_shown_as_the_message_had_them() {
        PromptResponse own = new PromptResponse(
                "1",
                PromptAction.READ_FEEDBACK,
                PromptSubject.FEEDBACK,
                "f-1",
                NOW,
                "SENT",
                "NOTICE",
                "Lees het rustig.",
                "Je krijgt dit omdat een collega antwoordde.",
                3);
        WaitingItem item = items(reader("nl"), own).get(0);
        assertThat(item.words()).isEqualTo("Lees het rustig.");
        assertThat(item.why()).isEqualTo("Je krijgt dit omdat een collega antwoordde.");
        assertThat(item.step()).isEqualTo("Lees het antwoord");
        assertThat(items(reader("nl"), prompt("1", PromptAction.READ_FEEDBACK, PromptSubject.FEEDBACK, "f-1"))
                        .get(0)
                        .words())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 15})
    void a_conversation_without_a_prompt_is_listed_from_two_weeks_before_it(int days) {
        Conversation conversation = new Conversation(
                "c-9",
                "CHECK_IN",
                "ACCEPTED",
                "EMPLOYEE",
                "anna",
                "bram",
                null,
                null,
                NOW.plusSeconds(days * 86_400L),
                NOW.plusSeconds(days * 86_400L + 1_800),
                "PREPARE");
        List<WaitingItem> items =
                new WaitingItemFactory(reader("en"), List.of(conversation), List.of(), List.of()).of(List.of(), NOW);
        assertThat(items)
                .extracting(WaitingItem::what)
                .isEqualTo(days < 14 ? List.of("Check-in with Bram") : List.of());
    }

    private static List<WaitingItem> items(Reader reader, PromptResponse... prompts) {
        return new WaitingItemFactory(reader, List.of(), List.of(), List.of()).of(List.of(prompts), NOW);
    }

    private static PromptResponse prompt(String id, PromptAction action, PromptSubject subject, String about) {
        return new PromptResponse(
                id,
                action,
                subject,
                about,
                NOW.plusSeconds(Long.parseLong(id)),
                "SENT",
                "DUTY",
                "step of the service",
                "why",
                null);
    }

    private static Reader reader(String language) {
        return CannedReader.of("anna", language, Map.of("bram", "Bram"), "EMPLOYEE");
    }
}
