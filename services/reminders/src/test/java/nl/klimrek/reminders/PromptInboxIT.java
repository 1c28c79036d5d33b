package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static nl.klimrek.reminders.Reminders.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.testkit.service.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptInboxIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private Instant slot;
    private String prompt;

    @BeforeEach
    void anna_was_invited() {
        slot = service.toNextMonday("10:00").plus(Duration.ofDays(30));
        talk.invite(Side.COUNTERPART, slot);
        prompt = office.awaitPrompt(ANNA);
    }

    @Test
    void the_inbox_shows_step_and_reason_in_the_readers_language() {
        JsonNode dutch = office.get(ANNA, "", "nl").json().path("items").get(0);
        assertThat(dutch.path("action").asText()).isEqualTo("ANSWER_INVITATION");
        assertThat(dutch.path("subjectKind").asText()).isEqualTo("CONVERSATION");
        assertThat(dutch.path("about").asText()).isEqualTo(talk.id());
        assertThat(dutch.path("status").asText()).isEqualTo("SENT");
        assertThat(dutch.path("why").asText()).startsWith("Je krijgt dit bericht omdat");
        assertThat(office.get(ANNA, "", "en")
                        .json()
                        .path("items")
                        .get(0)
                        .path("why")
                        .asText())
                .startsWith("You receive this because");
    }

    @Test
    void a_prompt_that_was_acted_on_leaves_the_inbox() {
        talk.accept(Side.EMPLOYEE, slot);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).isEmpty());
        assertThat(office.get(ANNA, "/" + prompt, "en").text("status")).isEqualTo("ACTED");
    }

    @Test
    void a_declined_prompt_can_be_restored() {
        office.post(ANNA, "/" + prompt + "/not-for-me", "");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).isEmpty());
        assertThat(office.post(BRAM, "/" + prompt + "/for-me-again", "").status())
                .isEqualTo(404);
        assertThat(office.post(ANNA, "/" + prompt + "/for-me-again", "").text("status"))
                .isEqualTo("SENT");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).containsExactly(prompt));
    }

    @Test
    void only_its_person_reads_a_prompt() {
        OrganisationFixture elsewhere = new OrganisationFixture();
        assertThat(office.inbox(BRAM)).isEmpty();
        assertThat(elsewhere.inbox(ANNA)).isEmpty();
        for (HttpAnswer reply : new HttpAnswer[] {
            office.get(BRAM, "/" + prompt, "en"),
            elsewhere.get(ANNA, "/" + prompt, "en"),
            office.post(BRAM, "/" + prompt + "/not-for-me", ""),
            elsewhere.post(ANNA, "/" + prompt + "/not-for-me", ""),
            office.post(BRAM, "/" + prompt + "/snooze", until(Duration.ofDays(1))),
            elsewhere.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(1))),
            office.post(ANNA, "/no-such-prompt/not-for-me", "")
        }) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text("code")).isEqualTo("prompt-unknown");
        }
        assertThat(office.inbox(ANNA)).containsExactly(prompt);
    }

    @Test
    void a_snoozed_prompt_returns_as_a_new_message() throws Exception {
        HttpAnswer snoozed = office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(1)));
        assertThat(snoozed.status()).isEqualTo(200);
        assertThat(snoozed.text("status")).isEqualTo("SCHEDULED");
        assertThat(office.inbox(ANNA)).isEmpty();
        service.advanceTo(service.now().plus(Duration.ofDays(1)));
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(2));
        assertThat(office.mail(ANNA).get(0).getMessageID())
                .isNotEqualTo(office.mail(ANNA).get(1).getMessageID());
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).containsExactly(prompt));
    }

    @Test
    void a_snooze_out_of_range_is_refused_in_the_readers_language() {
        HttpAnswer tooLong =
                office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(32)), "Accept-Language", "nl");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text("title")).isEqualTo("Kies een moment in de komende 31 dagen");
        assertThat(office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(-1)))
                        .text("title"))
                .isEqualTo("Choose a moment in the coming 31 days");
        assertThat(office.post(ANNA, "/" + prompt + "/snooze", "{}").status()).isEqualTo(400);
    }

    @Test
    void a_repeated_decline_is_recorded_once() {
        HttpAnswer first = office.post(ANNA, "/" + prompt + "/not-for-me", "", "Idempotency-Key", "anna-1");
        HttpAnswer again = office.post(ANNA, "/" + prompt + "/not-for-me", "", "Idempotency-Key", "anna-1");
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(office.story(ANNA))
                .endsWith("suppressed answer-invitation OPTED_OUT")
                .hasSize(3);
        HttpAnswer another = office.post(ANNA, "/" + prompt + "/not-for-me", "", "Accept-Language", "nl");
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.text("code")).isEqualTo("prompt-not-open");
        assertThat(another.text("title")).isEqualTo("Deze herinnering wacht niet meer op je");
    }

    @Test
    void a_command_needs_an_idempotency_key_of_its_own() {
        assertThat(office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(1)), "Idempotency-Key", "anna-2")
                        .status())
                .isEqualTo(200);
        assertThat(office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(2)), "Idempotency-Key", "anna-2")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(office.post(ANNA, "/" + prompt + "/not-for-me", "", "Idempotency-Key", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_command_on_an_older_version_changes_nothing() {
        String seen = office.get(ANNA, "/" + prompt, "en").etag();
        assertThat(office.post(ANNA, "/" + prompt + "/not-for-me", "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(office.inbox(ANNA)).containsExactly(prompt);
        assertThat(office.post(ANNA, "/" + prompt + "/not-for-me", "", "If-Match", seen)
                        .status())
                .isEqualTo(200);
    }

    private String until(Duration from) {
        return "{\"until\": \"" + service.now().plus(from) + "\"}";
    }
}
