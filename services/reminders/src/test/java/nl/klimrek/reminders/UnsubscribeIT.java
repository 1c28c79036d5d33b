package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.contracts.conversations.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turning messages off by the link in a message, as mail programs and people do. */
class UnsubscribeIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PORTAL = "https://portal.test";

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();

    @BeforeEach
    void it_is_monday_at_ten() {
        service.toNextMonday("10:00");
    }

    @Test
    void one_click_turns_off_the_messages_of_this_kind_alone_and_for_this_person_alone() throws Exception {
        MimeMessage mail = feedbackMail();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String link = link(mail);

        assertThat(post(link).statusCode()).isEqualTo(200);
        assertThat(post(link).body()).contains("Deze berichten staan uit", "feedback");

        assertThat(withoutMail(ANNA)).isEqualTo("[\"FEEDBACK\"]");
        assertThat(withoutMail(BRAM)).isEqualTo("[]");
        given();
        service.awaitSending(() -> assertThat(office.inbox(ANNA)).hasSize(2));
        office.talk().invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30)));
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(2));
        assertThat(office.mail(ANNA).get(1).getSubject()).isEqualTo("Een uitnodiging voor een gesprek");
    }

    @Test
    void opening_the_link_asks_and_changes_nothing() throws Exception {
        String link = link(feedbackMail());
        HttpResponse<String> page = get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.body())
                .contains("<html lang=\"nl\">", "<form method=\"post\">", "Uitzetten")
                .doesNotContain(ANNA, OrganisationFixture.GIVEN_NAME, "src=", "http-equiv");
        assertThat(withoutMail(ANNA)).isEqualTo("[]");
    }

    @Test
    void a_duty_says_kindly_why_it_comes_in_any_case() throws Exception {
        office.talk().invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30)));
        MimeMessage mail = office.awaitMail(ANNA);
        assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(get(link(mail)).body()).contains("Dit bericht komt in elk geval", "waar iemand anders op wacht");
        assertThat(post(link(mail)).statusCode()).isEqualTo(409);
        assertThat(withoutMail(ANNA)).isEqualTo("[]");
    }

    @Test
    void a_link_that_was_changed_anywhere_turns_nothing_off() throws Exception {
        String link = link(feedbackMail());
        String token = link.substring(link.lastIndexOf('/') + 1);
        String[] parts = token.split("\\.", 4);
        for (String forged : new String[] {
            changed(parts[0]) + "." + parts[1] + "." + parts[2] + "." + parts[3],
            parts[0] + ".TEAM." + parts[2] + "." + parts[3],
            parts[0] + "." + parts[1] + "-TEAM." + parts[2] + "." + parts[3],
            parts[0] + ".." + parts[2] + "." + parts[3],
            parts[0] + "." + parts[1] + ".other-org." + parts[3],
            parts[0] + "." + parts[1] + "." + parts[2] + "." + BRAM,
            parts[0].substring(1) + "." + parts[1] + "." + parts[2] + "." + parts[3],
            "." + parts[1] + "." + parts[2] + "." + parts[3],
            parts[0] + ".NOTHING." + parts[2] + "." + parts[3],
            parts[0],
            "x"
        }) {
            assertThat(post(link.replace(token, forged)).statusCode())
                    .as(forged)
                    .isEqualTo(404);
            assertThat(get(link.replace(token, forged)).statusCode()).as(forged).isEqualTo(404);
        }
        assertThat(withoutMail(ANNA)).isEqualTo("[]");
        assertThat(withoutMail(BRAM)).isEqualTo("[]");
    }

    @Test
    void a_link_of_one_organisation_is_none_in_another() throws Exception {
        OrganisationFixture other = new OrganisationFixture();
        String token = link(feedbackMail()).replaceAll(".*/", "");
        String own = token.replace(office.organisation, other.organisation);
        assertThat(post(PORTAL + "/api/reminders/unsubscribe/" + own).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_link_of_an_erased_person_is_unknown() throws Exception {
        String link = link(feedbackMail());
        service.erase(office.organisation, ANNA);
        service.settle();
        assertThat(post(link).statusCode()).isEqualTo(404);
    }

    private MimeMessage feedbackMail() {
        given();
        return office.awaitMail(ANNA);
    }

    private void given() {
        String id = "f-" + UUID.randomUUID();
        service.publish(
                office.organisation, ANNA, id, BRAM, new FeedbackGiven(id, ANNA, BRAM, ConversationFixture.COMMITMENT));
    }

    private String withoutMail(String person) {
        StringBuilder groups = new StringBuilder("[");
        office.get(person, "/settings", "en").json().path("groups").forEach(group -> {
            if (!group.path("mail").asBoolean()) {
                groups.append('"').append(group.path("group").asText()).append('"');
            }
        });
        return groups.append(']').toString();
    }

    private static String link(MimeMessage mail) throws Exception {
        String header = mail.getHeader("List-Unsubscribe")[0];
        assertThat(header)
                .startsWith("<" + PORTAL + "/api/reminders/unsubscribe/")
                .endsWith(">");
        return header.substring(1, header.length() - 1);
    }

    private static String changed(String signature) {
        return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
    }

    /** As a mail program sends it (RFC 8058 §3.2): no token, no cookie, no key. */
    private HttpResponse<String> post(String link) throws Exception {
        return HTTP.send(
                at(link).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String link) throws Exception {
        return HTTP.send(at(link).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String link) {
        return HttpRequest.newBuilder(
                URI.create(link.replace(PORTAL, service.service().address())));
    }
}
