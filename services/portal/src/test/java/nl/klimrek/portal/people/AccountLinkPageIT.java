package nl.klimrek.portal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.HtmlForms;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountLinkPageIT {
    private static final String ROOM = "/hr/people/sign-ins";
    private static RunningPortal portal;
    private static FakeHttpService people;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        people = portal.service(Upstream.PEOPLE);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nl, BY_NUMBER",
        "en, BY_EMAIL",
        "nl, BY_HR",
        "en, NOBODY_FOUND",
        "nl, OTHER_ACCOUNT",
        "en, ENDED_BY_HR",
        "nl, LEFT"
    })
    void every_status_is_said_in_words_and_what_an_issuer_told_is_text(String language, String status) {
        accounts(status);
        HttpResponse<String> page = hr(language).open(ROOM);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;b&gt;Noor", "noor@x.example").doesNotContain("<b>Noor", "??", status);
        assertThat(people.last("GET", "/api/people/sign-ins").orElseThrow().pathAndQuery())
                .contains("unknown=true");
    }

    @Test
    void hr_says_whose_an_account_is_by_number_and_is_asked_again_when_that_is_nobody_or_not_one_person() {
        accounts("NOBODY_FOUND");
        people.onJson("POST /api/people/sign-ins/a1/link", "{}");
        people.onJson("GET /api/people", "{\"items\":[{\"person\":\"p-1\"},{\"person\":\"p-2\"}],\"next\":null}");
        assertThat(link("Jansen").body()).contains("We vonden meer mensen", "value=\"Jansen\"");
        people.onJson("GET /api/people", "{\"items\":[],\"next\":null}");
        assertThat(link("9999").body()).contains("Daarmee vonden we niemand");
        assertThat(people.last("POST", "/api/people/sign-ins/a1/link")).isEmpty();
        people.onJson("GET /api/people", "{\"items\":[{\"person\":\"p-1\"}],\"next\":null}");
        assertThat(link("0042").body()).contains("Het account is gekoppeld");
        assertThat(people.last("POST", "/api/people/sign-ins/a1/link")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"person\":\"p-1\"}");
    }

    @Test
    void hr_ends_a_link() {
        accounts("BY_EMAIL");
        people.onJson("POST /api/people/sign-ins/a1/end", "{}");
        Browser hr = hr("en");
        HttpResponse<String> page = hr.open(ROOM + "?linked=true");
        assertThat(people.last("GET", "/api/people/sign-ins").orElseThrow().pathAndQuery())
                .contains("unknown=false");
        String action = ROOM + "/a1/end";
        assertThat(hr.submit(page, action, HtmlForms.filled(page, action, Map.of()))
                        .body())
                .contains("The link is ended");
        assertThat(people.last("POST", "/api/people/sign-ins/a1/end")).isPresent();
    }

    @Test
    void only_hr_gets_the_room_and_where_people_sign_in_at_the_demo_nothing_leads_there() {
        portal.issuer().letIn("anna", "EMPLOYEE", "MANAGER");
        assertThat(new Browser(portal.url(), "nl").open(ROOM).uri().getPath()).isEqualTo("/me");
        people.onJson("GET /api/people", "{\"items\":[],\"next\":null}");
        assertThat(hr("nl").open("/hr/people").body()).doesNotContain(ROOM);
    }

    private static HttpResponse<String> link(String words) {
        Browser hr = hr("nl");
        HttpResponse<String> page = hr.open(ROOM);
        String action = ROOM + "/a1/link";
        return hr.submit(page, action, HtmlForms.filled(page, action, Map.of("person", words)));
    }

    private static void accounts(String status) {
        people.onJson(
                "GET /api/people/sign-ins",
                "{\"items\":[{\"id\":\"a1\",\"issuer\":\"https://id.example\",\"status\":\"" + status
                        + "\",\"name\":\"<b>Noor</b>\","
                        + "\"email\":\"noor@x.example\",\"since\":\"2026-11-20T10:00:00Z\"}],\"next\":null}");
    }

    private static Browser hr(String language) {
        portal.issuer().letIn("hr", "HR");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
