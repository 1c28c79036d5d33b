package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static nl.klimrek.reminders.RunningReminders.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.RunningReminders.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptInboxIT {

    private final RunningReminders service = RunningReminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private Instant slot;
    private String prompt;

    @BeforeEach
    void anna_was_invited() {
        slot = service.clock.toNextMonday("10:00").plus(Duration.ofDays(30));
        talk.invite(Side.COUNTERPART, slot);
        prompt = office.awaitPrompt(ANNA);
    }

    @Test
    void the_inbox_tells_what_is_asked_and_why_in_the_reader_s_language() {
        JsonNode dutch = office.get(ANNA, "", "nl").body().path("items").get(0);
        assertThat(dutch.path("action").asText()).isEqualTo("ANSWER_INVITATION");
        assertThat(dutch.path("subjectKind").asText()).isEqualTo("CONVERSATION");
        assertThat(dutch.path("about").asText()).isEqualTo(talk.id());
        assertThat(dutch.path("status").asText()).isEqualTo("SENT");
        assertThat(dutch.path("why").asText()).startsWith("Je krijgt dit bericht omdat");
        assertThat(office.get(ANNA, "", "en")
                        .body()
                        .path("items")
                        .get(0)
                        .path("why")
                        .asText())
                .startsWith("You receive this because");
    }

    @Test
    void what_was_acted_upon_leaves_the_inbox() {
        talk.accept(Side.EMPLOYEE, slot);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).isEmpty());
        assertThat(office.get(ANNA, "/" + prompt, "en").text("status")).isEqualTo("ACTED");
    }

    @Test
    void not_for_me_is_taken_back_and_the_prompt_waits_again() {
        office.post(ANNA, "/" + prompt + "/not-for-me", "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).isEmpty());
        assertThat(office.post(BRAM, "/" + prompt + "/for-me-again", "").status())
                .isEqualTo(404);
        assertThat(office.post(ANNA, "/" + prompt + "/for-me-again", "").text("status"))
                .isEqualTo("SENT");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).containsExactly(prompt));
    }

    @Test
    void nobody_else_finds_it_not_the_manager_and_not_a_namesake_elsewhere() {
        OrganisationFixture elsewhere = new OrganisationFixture();
        assertThat(office.inbox(BRAM)).isEmpty();
        assertThat(elsewhere.inbox(ANNA)).isEmpty();
        for (Reply reply : new Reply[] {
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
    void a_snoozed_prompt_leaves_and_comes_back_as_a_message_of_its_own() throws Exception {
        Reply snoozed = office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(1)));
        assertThat(snoozed.status()).isEqualTo(200);
        assertThat(snoozed.text("status")).isEqualTo("SCHEDULED");
        assertThat(office.inbox(ANNA)).isEmpty();
        service.clock.to(service.clock.instant().plus(Duration.ofDays(1)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.mail(ANNA)).hasSize(2));
        assertThat(office.mail(ANNA).get(0).getMessageID())
                .isNotEqualTo(office.mail(ANNA).get(1).getMessageID());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.inbox(ANNA)).containsExactly(prompt));
    }

    @Test
    void a_snooze_out_of_range_is_refused_in_the_reader_s_language() {
        Reply tooLong =
                office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(32)), "Accept-Language", "nl");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text("title")).isEqualTo("Kies een moment in de komende 31 dagen");
        assertThat(office.post(ANNA, "/" + prompt + "/snooze", until(Duration.ofDays(-1)))
                        .text("title"))
                .isEqualTo("Choose a moment in the coming 31 days");
        assertThat(office.post(ANNA, "/" + prompt + "/snooze", "{}").status()).isEqualTo(400);
    }

    @Test
    void what_is_not_for_somebody_is_recorded_once_however_often_it_is_said() {
        Reply first = office.post(ANNA, "/" + prompt + "/not-for-me", "", "Idempotency-Key", "anna-1");
        Reply again = office.post(ANNA, "/" + prompt + "/not-for-me", "", "Idempotency-Key", "anna-1");
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(office.story(ANNA))
                .endsWith("suppressed answer-invitation OPTED_OUT")
                .hasSize(3);
        Reply another = office.post(ANNA, "/" + prompt + "/not-for-me", "", "Accept-Language", "nl");
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.text("code")).isEqualTo("prompt-not-open");
        assertThat(another.text("title")).isEqualTo("Deze herinnering wacht niet meer op je");
    }

    @Test
    void a_key_is_needed_and_can_not_be_used_for_something_else() {
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
    void who_saw_an_older_version_changes_nothing() {
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
        return "{\"until\": \"" + service.clock.instant().plus(from) + "\"}";
    }
}
