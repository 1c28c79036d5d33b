package nl.klimrek.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;

/** An organisation for one test: Anna, who reads Dutch, and her manager Bram, who reads English. */
final class OrganisationFixture {

    static final String ANNA = "p-anna";
    static final String BRAM = "p-bram";
    static final String GIVEN_NAME = "Wilhelmina";

    private static final Reminders SERVICE = Reminders.SHARED;
    private static final List<Weekday> WEEK = List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI);
    private static final LocalDate LONG_AGO = LocalDate.parse("2011-07-05");

    final String organisation;

    OrganisationFixture() {
        this("org-" + UUID.randomUUID().toString().substring(0, 8));
    }

    OrganisationFixture(String organisation) {
        this.organisation = organisation;
        join(BRAM, null, "Europe/Amsterdam");
        join(ANNA, BRAM, "Europe/Amsterdam");
        list(BRAM, "en");
        list(ANNA, "nl");
        SERVICE.settle();
    }

    /** A conversation of Anna and Bram. */
    ConversationFixture talk() {
        return new ConversationFixture(this, "c-" + UUID.randomUUID());
    }

    String address(String person) {
        return person + "@" + organisation + ".example";
    }

    void join(String person, String manager, String zone) {
        publish(
                person,
                "system:hr",
                new PersonJoined(
                        person,
                        null,
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        WEEK,
                        "nl",
                        zone,
                        LONG_AGO,
                        null,
                        null,
                        null,
                        LONG_AGO));
    }

    void list(String person, String language) {
        publish(
                person,
                "system:hr",
                new PersonListed(
                        person,
                        GIVEN_NAME,
                        "Achternaam",
                        address(person),
                        language,
                        "Europe/Amsterdam",
                        "0123456789abcdef0123456789abcdef"));
    }

    void change(String person, String manager, LocalDate absentFrom, LocalDate absentUntil, PersonField field) {
        publish(
                person,
                "system:hr",
                new PersonChanged(
                        person,
                        null,
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        WEEK,
                        "nl",
                        "Europe/Amsterdam",
                        LONG_AGO,
                        null,
                        absentFrom,
                        absentUntil,
                        LONG_AGO,
                        List.of(field)));
    }

    void leave(String person) {
        publish(person, "system:hr", new PersonLeft(person, null, BRAM, LONG_AGO));
    }

    private void publish(String person, String actor, Record fact) {
        SERVICE.publish(organisation, person, person, actor, fact);
    }

    HttpAnswer get(String person, String path, String language) {
        return client(person).withLanguage(language).get(path);
    }

    HttpAnswer post(String person, String path, String body, String... headers) {
        TestClient client = client(person);
        for (int i = 0; i < headers.length; i += 2) {
            client = client.withHeader(headers[i], headers[i + 1]);
        }
        return body.isEmpty() ? client.post(path) : client.post(path, body);
    }

    HttpAnswer put(String person, String path, String body) {
        return client(person).put(path, body);
    }

    /** What HR of the organisation reads. */
    HttpAnswer hr(String path) {
        return SERVICE.service()
                .as("p-hr", organisation, Role.HR)
                .below("/api/reminders")
                .get(path);
    }

    private TestClient client(String person) {
        return SERVICE.service().as(person, organisation, Role.EMPLOYEE).below("/api/reminders");
    }

    /** The one prompt in a person's inbox, when it is there. */
    String awaitPrompt(String person) {
        SERVICE.awaitSending(() -> assertThat(inbox(person)).hasSize(1));
        return inbox(person).get(0);
    }

    List<String> inbox(String person) {
        return get(person, "", "en").ids();
    }

    List<MimeMessage> mail(String person) {
        return SERVICE.mailTo(address(person));
    }

    MimeMessage awaitMail(String person) {
        return SERVICE.awaitMailTo(address(person));
    }

    /** Ids of the prompts that are scheduled for this person. */
    List<String> prompts(String person) {
        SERVICE.settle();
        return SERVICE.published(organisation).stream()
                .filter(event ->
                        event.key().endsWith("/" + person) && event.type().endsWith("prompt-scheduled.v1"))
                .map(event -> event.json().path("prompt").asText())
                .toList();
    }

    /** Due time of this person's first prompt of this kind. */
    Instant due(String person, String action) {
        return scheduled(person, action).get(0);
    }

    /** When the prompts of a kind that were scheduled for a person are due, in the order of scheduling. */
    List<Instant> scheduled(String person, String action) {
        SERVICE.settle();
        return SERVICE.published(organisation).stream()
                .filter(event -> event.key().endsWith("/" + person)
                        && event.type().endsWith("prompt-scheduled.v1")
                        && event.json().path("prompt").asText().startsWith(action + ":"))
                .map(event -> Instant.parse(event.json().path("dueAt").asText()))
                .toList();
    }

    /** Events of this person's prompts of these kinds, in order. */
    List<String> story(String person, String... actions) {
        return story(person).stream()
                .filter(step -> List.of(actions).contains(step.split(" ")[1]))
                .toList();
    }

    /** Events of this person's prompts, as {@code <event> <action> <reason>}, in order. */
    List<String> story(String person) {
        SERVICE.settle();
        return SERVICE.published(organisation).stream()
                .filter(event -> event.key().equals(organisation + "/" + person))
                .map(event -> event.type().replaceAll("nl.klimrek.reminders.prompt-(.*).v1", "$1") + " "
                        + event.json().path("prompt").asText().replaceAll(":.*", "")
                        + (event.json().has("reason")
                                ? " " + event.json().path("reason").asText()
                                : ""))
                .toList();
    }
}
