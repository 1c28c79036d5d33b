package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.conversations.CoachAppointed;
import nl.klimrek.contracts.conversations.CoachKind;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HR's own words for a prompt: checked, kept in versions, sent, and recorded with what they were. */
class OwnWordingIT {

    private static final String PATH = "/templates/answer-invitation";
    private static final String KIND = words("Een moment met {with}", "Past {when} jou? Kies samen.");
    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private Instant monday;

    @BeforeEach
    void it_is_monday_before_office_hours() {
        monday = service.toNextMonday("07:00");
    }

    @Test
    void own_words_are_sent_in_this_organisation_and_their_version_is_recorded() throws Exception {
        OrganisationFixture elsewhere = new OrganisationFixture();
        assertThat(hr().put(PATH, KIND).status()).isEqualTo(200);
        assertThat(hr().put(PATH, words("Een uitnodiging van {with}", "Past {when}? Kies samen."))
                        .json()
                        .path("inUse")
                        .toString())
                .isEqualTo("[2]");
        MimeMessage mail = invited(office);
        MimeMessage usual = invited(elsewhere);

        assertThat(mail.getSubject()).isEqualTo("Een uitnodiging van Wilhelmina Achternaam");
        assertThat(GreenMailUtil.getWholeMessage(mail)).contains("Past ");
        assertThat(sent(office)).containsExactly("own:answer-invitation 2");
        assertThat(usual.getSubject()).isEqualTo("Een uitnodiging voor een gesprek");
        assertThat(sent(elsewhere)).containsExactly("answer-invitation 4");
        assertThat(published("prompt-template-changed")).containsExactly("1", "2");
    }

    @Test
    void the_outcome_names_the_words_that_were_read_although_others_are_in_use_by_then() {
        hr().put(PATH, KIND);
        ConversationFixture talk = office.talk();
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        service.advanceTo(monday.plus(Duration.ofHours(3)));
        office.awaitMail(ANNA);
        assertThat(hr().delete(PATH).status()).isEqualTo(200);
        talk.accept(Side.EMPLOYEE, slot());
        service.settle();
        assertThat(service.published(office.organisation).stream()
                        .filter(event -> event.type().endsWith("prompt-acted.v1")
                                && event.key().endsWith("/" + ANNA))
                        .map(event -> event.json().path("template").asText() + " "
                                + event.json().path("templateVersion").asInt()))
                .containsExactly("own:answer-invitation 1");
    }

    @Test
    void the_inbox_has_the_words_of_the_message_also_when_others_are_in_use_by_then() {
        hr().put(PATH, KIND);
        invited(office);
        hr().put(PATH, words("Een ander onderwerp", "Kijk samen verder."));
        JsonNode shown = shown("nl");
        assertThat(shown.path("step").asText()).startsWith("Past ").endsWith(" jou? Kies samen.");
        assertThat(shown.path("why").asText()).isEqualTo("Je krijgt dit omdat er een gesprek komt.");
        assertThat(shown.path("ownVersion").asInt()).isEqualTo(1);
        assertThat(shown("en").path("step").asText()).isEqualTo("Choose a moment together.");
    }

    @Test
    void the_inbox_has_the_words_of_klimrek_where_the_message_had_them() {
        invited(office);
        hr().put(PATH, KIND);
        assertThat(shown("nl").path("step").asText()).startsWith("Kijk of");
        assertThat(shown("nl").hasNonNull("ownVersion")).isFalse();
    }

    @Test
    void what_is_in_the_inbox_alone_has_the_same_words_and_is_counted_on_them() {
        String path = "/templates/read-feedback";
        assertThat(hr().put(path, words("Een antwoord van {with}", "Lees het rustig."))
                        .status())
                .isEqualTo(200);
        assertThat(office.put(ANNA, "/settings", json("{'withoutMail':['FEEDBACK'],'unwanted':[]}"))
                        .status())
                .isEqualTo(200);
        String feedback = "f-" + UUID.randomUUID();
        service.publish(
                office.organisation,
                ANNA,
                feedback,
                BRAM,
                new FeedbackGiven(feedback, ANNA, BRAM, ConversationFixture.COMMITMENT));
        service.settle();
        service.advanceTo(monday.plus(Duration.ofHours(3)));
        office.awaitPrompt(ANNA);
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(sent(office)).containsExactly("own:read-feedback 1");
        assertThat(shown("nl").path("step").asText()).isEqualTo("Lees het rustig.");
        assertThat(shown("nl").path("ownVersion").asInt()).isEqualTo(1);
        JsonNode counted = office.hr(path + "/outcomes").json().path("texts");
        assertThat(counted).hasSize(1);
        assertThat(counted.get(0).path("ownVersion").asInt()).isEqualTo(1);
    }

    @Test
    void words_whose_placeholder_has_no_value_give_way_to_the_built_in_ones() throws Exception {
        assertThat(hr().put("/templates/see-appointment", words("Coach met {with}", "Kijk wat je kunt doen."))
                        .status())
                .isEqualTo(200);
        service.publish(
                office.organisation, ANNA, "coach-" + ANNA, "p-hr", new CoachAppointed(ANNA, CoachKind.CAREER_COACH));
        service.settle();
        service.advanceTo(monday.plus(Duration.ofHours(3)));
        assertThat(office.awaitMail(ANNA).getSubject()).isEqualTo("Je bent nu coach");
        assertThat(sent(office)).containsExactly("see-appointment 4");
    }

    @Test
    void words_that_are_unkind_are_refused_with_an_explanation_beside_each_text() {
        HttpAnswer refused = hr().put(
                        PATH,
                        words("Laatste kans", "Je moet kiezen. Lees {note}. Bel je collega.")
                                .replace("omdat", "voor"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("template-refused");
        assertThat(refused.json().path("errors").findValuesAsText("code"))
                .contains("threat", "pressure", "placeholder", "several-actions", "no-reason");
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .contains("dutch.subject", "dutch.steps[0]", "dutch.why");
        assertThat(refused.json().path("errors").findValuesAsText("message"))
                .contains("“{note}” is niet bekend. Alleen {with} en {when} kun je open laten.");
        assertThat(hr().get(PATH).json().path("inUse")).isEmpty();
    }

    @Test
    void a_warning_asks_for_a_second_look_and_an_error_cannot_be_confirmed() {
        String hard = words("Een gesprek", "Kies indien mogelijk een moment.");
        HttpAnswer asked = hr().put(PATH, hard);
        assertThat(asked.text("code")).isEqualTo("template-unconfirmed");
        assertThat(asked.json().path("errors").findValuesAsText("message"))
                .containsExactly("“indien” is voor veel mensen moeilijk. Eenvoudiger: “als”.");
        assertThat(hr().put(PATH, hard.replace("false", "true")).status()).isEqualTo(200);
        assertThat(hr().put(PATH, words("Laatste kans", "Kies.").replace("false", "true"))
                        .text("code"))
                .isEqualTo("template-refused");
    }

    @Test
    void a_check_saves_nothing_and_shows_how_the_words_read() {
        var checked = hr().post(PATH + "/check", KIND).ok().json();
        assertThat(checked.path("findings")).isEmpty();
        assertThat(checked.path("dutch").path("subject").asText()).isEqualTo("Een moment met Sam de Vries");
        assertThat(checked.path("dutch").path("steps").get(0).asText()).contains("maandag 15 maart 2027");
        assertThat(hr().get(PATH).json().path("inUse")).isEmpty();
    }

    @Test
    void nobody_but_hr_of_the_organisation_reads_or_changes_its_words() {
        hr().put(PATH, KIND);
        TestClient anna =
                service.service().as(ANNA, office.organisation, Role.EMPLOYEE).below("/api/reminders");
        assertThat(List.of(
                        anna.get(PATH).status(),
                        anna.put(PATH, KIND).status(),
                        anna.delete(PATH).status(),
                        anna.post(PATH + "/check", KIND).status(),
                        anna.post(PATH + "/comparison", KIND).status(),
                        anna.post(PATH + "/choice", json("{'version':1}")).status()))
                .containsOnly(403);
        assertThat(new OrganisationFixture().hr(PATH).json().path("inUse")).isEmpty();
        assertThat(hr().get("/templates/no-such-kind").problem()).isEqualTo("404 template-unknown");
    }

    @Test
    void words_that_somebody_else_changed_meanwhile_are_not_overwritten() {
        hr().put(PATH, KIND);
        String seen = hr().get(PATH).etag();
        hr().put(PATH, words("Een ander onderwerp", "Kies samen."));
        assertThat(hr().withIfMatch(seen)
                        .put(PATH, words("Nog een ander", "Kies samen."))
                        .status())
                .isEqualTo(412);
        assertThat(office.hr("/rules").json().toString()).contains("\"ownVersion\":2");
    }

    private MimeMessage invited(OrganisationFixture where) {
        where.talk().invite(Side.COUNTERPART, slot());
        service.settle();
        Instant ten = monday.plus(Duration.ofHours(3));
        if (service.now().isBefore(ten)) {
            service.advanceTo(ten);
        }
        return where.awaitMail(ANNA);
    }

    private JsonNode shown(String language) {
        return office.get(ANNA, "/" + office.awaitPrompt(ANNA), language).ok().json();
    }

    private TestClient hr() {
        return service.service()
                .as("p-hr", office.organisation, Role.HR)
                .below("/api/reminders")
                .withLanguage("nl");
    }

    private List<String> sent(OrganisationFixture where) {
        service.settle();
        return service.published(where.organisation).stream()
                .filter(event ->
                        event.type().endsWith("prompt-sent.v1") && event.key().endsWith("/" + ANNA))
                .map(event -> event.json().path("template").asText() + " "
                        + event.json().path("templateVersion").asInt())
                .toList();
    }

    private List<String> published(String type) {
        return service.published(office.organisation).stream()
                .filter(event -> event.type().endsWith(type + ".v1"))
                .map(event -> event.json().path("version").asText())
                .toList();
    }

    private Instant slot() {
        return monday.plus(Duration.ofDays(30));
    }

    private static String words(String subject, String step) {
        return json(("{'dutch':{'subject':'%s','steps':['%s'],'why':'Je krijgt dit omdat er een gesprek komt.'},"
                        + "'english':{'subject':'A moment','steps':['Choose a moment together.'],"
                        + "'why':'You get this because a conversation comes.'},'confirmed':false}")
                .formatted(subject, step));
    }
}
