package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Which account of an organisation's own issuer is which person: found once, then kept, until HR or leaving ends it. */
class SignInIT {

    private static final String ADA =
            "'effectiveAt':'2026-01-01','familyName':'Vermeer','givenName':'Ada','startDate':'2015-01-01'";

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final RosterFile records = new RosterFile(organisation);
    private final TestClient portal = PeopleUnderTest.as("portal", organisation, Role.PORTAL);
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @Test
    void the_first_sign_in_finds_the_person_by_number_and_the_link_holds_when_number_and_address_change() {
        String ada = ada("1", "ada@ft.example");
        String bea = person("2", "bea@ft.example");
        assertThat(number("uuid-1", "1").text("/status")).isEqualTo("BY_NUMBER");
        assertThat(number("uuid-1", "2").text("/person"))
                .as("the link decides")
                .isEqualTo(ada)
                .isNotEqualTo(bea);
        assertThat(email("uuid-1", "bea@ft.example").text("/person")).isEqualTo(ada);
        assertThat(plain("uuid-1").text("/person")).isEqualTo(ada);
    }

    @Test
    void a_verified_address_finds_the_person_and_a_changed_one_keeps_them() {
        String ada = ada("1", "ada@ft.example");
        assertThat(email("uuid-1", "ADA@ft.example").text("/status")).isEqualTo("BY_EMAIL");
        assertThat(email("uuid-1", "ada.bakker@ft.example").text("/person")).isEqualTo(ada);
    }

    @Test
    void a_number_that_is_nobodys_is_not_made_good_by_an_address() {
        ada("1", "ada@ft.example");
        HttpAnswer answer = portal.post(
                "/sign-ins",
                body("uuid-1", "\"source\":\"csv\",\"employeeNumber\":\"99\",\"email\":\"ada@ft.example\""));
        assertThat(answer.text("/person")).isNull();
        assertThat(answer.text("/status")).isEqualTo("NOBODY_FOUND");
    }

    @Test
    void a_second_account_does_not_take_somebodys_place() {
        String ada = ada("1", "ada@ft.example");
        email("uuid-1", "ada@ft.example");
        assertThat(email("uuid-2", "ada@ft.example").text("/status")).isEqualTo("OTHER_ACCOUNT");
        assertThat(hr.get("/sign-ins?unknown=true").text("/items/0/status")).isEqualTo("OTHER_ACCOUNT");
        String second = hr.get("/sign-ins?unknown=true").text("/items/0/id");
        assertThat(link(second, ada).problem()).isEqualTo("409 sign-in-taken");
    }

    @Test
    void hr_sees_whom_nobody_knows_and_says_whose_account_it_is() {
        String ada = ada("1", "ada@ft.example");
        assertThat(email("uuid-9", "vreemd@ft.example").text("/person")).isNull();
        assertThat(plain("uuid-9").text("/person")).isNull();
        HttpAnswer unknown = hr.get("/sign-ins?unknown=true");
        assertThat(unknown.json().path("items")).hasSize(1);
        assertThat(unknown.text("/items/0/email")).isEqualTo("vreemd@ft.example");
        String id = unknown.text("/items/0/id");
        assertThat(link(id, "nobody").problem()).isEqualTo("404 person-unknown");
        assertThat(link(id, ada).text("/status")).isEqualTo("BY_HR");
        assertThat(plain("uuid-9").text("/person")).isEqualTo(ada);
        assertThat(hr.get("/sign-ins?unknown=true").json().path("items")).isEmpty();
        assertThat(hr.get("/sign-ins").text("/items/0/person")).isEqualTo(ada);
    }

    @Test
    void what_hr_ended_stays_ended_until_hr_links_it_again() {
        String ada = ada("1", "ada@ft.example");
        String id = email("uuid-1", "ada@ft.example").text("/id");
        assertThat(hr.post("/sign-ins/" + id + "/end", "{}").text("/status")).isEqualTo("ENDED_BY_HR");
        assertThat(email("uuid-1", "ada@ft.example").text("/person")).isNull();
        assertThat(email("uuid-2", "ada@ft.example").text("/person"))
                .as("another account may be theirs now")
                .isEqualTo(ada);
        assertThat(hr.post("/sign-ins/none/end", "{}").problem()).isEqualTo("404 sign-in-unknown");
    }

    @Test
    void a_link_ends_when_somebody_leaves_and_begins_again_when_they_return() {
        HrSystem system = new HrSystem(organisation);
        system.employee("7", "2026-01-01", "\"email\":\"gus@ft.example\"");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(email("uuid-7", "gus@ft.example").text("/person"))
                                .isNotNull());
        String gus = plain("uuid-7").text("/person");
        system.leaves("7", "2026-02-01", "2026-01-31");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hr.get("/sign-ins?unknown=true").text("/items/0/status"))
                        .isEqualTo("LEFT"));
        assertThat(email("uuid-7", "gus@ft.example").text("/person")).isNull();
        system.employee("7", "2026-03-01", "\"email\":\"gus@ft.example\"");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(email("uuid-7", "gus@ft.example").text("/person"))
                                .isEqualTo(gus));
    }

    @Test
    void an_address_that_two_people_have_is_nobodys() {
        ada("1", "team@ft.example");
        person("2", "team@ft.example");
        assertThat(email("uuid-1", "team@ft.example").text("/status")).isEqualTo("NOBODY_FOUND");
    }

    @Test
    void only_the_portal_asks_only_hr_looks_and_nothing_crosses_organisations() {
        ada("1", "ada@ft.example");
        String id = email("uuid-1", "ada@ft.example").text("/id");
        for (Role role : Role.values()) {
            TestClient other = PeopleUnderTest.as("somebody", organisation, role);
            if (role != Role.PORTAL) {
                assertThat(other.post("/sign-ins", body("x", "\"name\":\"X\"")).problem())
                        .as(role.name())
                        .isEqualTo("403 forbidden");
            }
            if (role != Role.HR) {
                assertThat(other.get("/sign-ins").problem()).as(role.name()).isEqualTo("403 forbidden");
                assertThat(other.post("/sign-ins/" + id + "/end", "{}").problem())
                        .as(role.name())
                        .isEqualTo("403 forbidden");
                assertThat(other.post("/sign-ins/" + id + "/link", "{\"person\":\"p\"}")
                                .problem())
                        .as(role.name())
                        .isEqualTo("403 forbidden");
            }
        }
        String elsewhere = ServiceUnderTest.freshOrganisation();
        assertThat(PeopleUnderTest.hr(elsewhere).get("/sign-ins").json().path("items"))
                .isEmpty();
        assertThat(PeopleUnderTest.hr(elsewhere)
                        .post("/sign-ins/" + id + "/end", "{}")
                        .problem())
                .isEqualTo("404 sign-in-unknown");
        assertThat(PeopleUnderTest.as("portal", elsewhere, Role.PORTAL)
                        .post("/sign-ins", body("uuid-1", "\"email\":\"ada@ft.example\""))
                        .text("/person"))
                .isNull();
    }

    private String ada(String number, String email) {
        return records.nextFile()
                .row("'employeeNumber':'" + number + "','email':'" + email + "'," + ADA)
                .person();
    }

    private String person(String number, String email) {
        return records.nextFile()
                .row("'employeeNumber':'" + number + "','effectiveAt':'2026-01-01','familyName':'Ander" + number
                        + "','startDate':'2019-01-01','email':'" + email + "'")
                .person();
    }

    private HttpAnswer number(String subject, String number) {
        return portal.post("/sign-ins", body(subject, "\"source\":\"csv\",\"employeeNumber\":\"" + number + "\""));
    }

    private HttpAnswer email(String subject, String email) {
        return portal.post("/sign-ins", body(subject, "\"email\":\"" + email + "\""));
    }

    private HttpAnswer plain(String subject) {
        return portal.post("/sign-ins", "{\"issuer\":\"https://id.example\",\"subject\":\"" + subject + "\"}");
    }

    private HttpAnswer link(String id, String person) {
        return hr.post("/sign-ins/" + id + "/link", "{\"person\":\"" + person + "\"}");
    }

    private static String body(String subject, String more) {
        return "{\"issuer\":\"https://id.example\",\"subject\":\"" + subject + "\"," + more + "}";
    }
}
