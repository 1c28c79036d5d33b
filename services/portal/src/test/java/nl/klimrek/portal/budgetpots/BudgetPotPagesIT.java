package nl.klimrek.portal.budgetpots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pot that explains itself, and the shortfalls that HR decides about. */
class BudgetPotPagesIT {
    private static final String POT = "/api/learning-budgets/anna/pots/personal-2031/explanation";
    private static RunningPortal portal;
    private static FakeHttpService budgets;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        budgets = portal.service(Upstream.LEARNING_BUDGETS);
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
        budgets.onJson("GET /api/learning-budgets/shortfalls", """
                {"items":[{"employee":"anna","pots":[{"pot":"personal-2031","unit":"EUR","granted":25000,"shortfall":15000,"pending":["ba-anna:r1"]}]}],"next":null}""");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_pot_says_everything_in_words_of_both_languages(String language) {
        budgets.onJson("GET " + POT, explanation("2031-05-01", 20050, 0));
        assertThat(person("EMPLOYEE", language)
                        .open("/budgets/pots/personal-2031")
                        .body())
                .contains("href=\"/budgets/requests/ba-anna:r1\"")
                .doesNotContain("??", ">budgetpots.", "CONTRACT_HOURS", "GRANTED", "AVAILABLE");
        assertThat(person("HR", language).open("/hr/budgets/shortfalls").body()).doesNotContain("??", ">budgetpots.");
    }

    @Test
    void a_pot_says_what_can_be_asked_why_and_until_when_something_is_set_apart() {
        budgets.onJson("GET " + POT, explanation("2031-05-01", 20050, 0));
        assertThat(person("EMPLOYEE", "nl").open("/budgets/pots/personal-2031").body())
                .contains(
                        "Nog € 200,50 over",
                        "Je kunt tot en met € 200,00 aanvragen, voor iets tot en met 31 dec. 2031.",
                        "Eén aanvraag mag hooguit € 200,00 zijn.",
                        "Samen tot en met € 100,00 in 365 dagen wordt meteen goedgekeurd. Daarvan is € 60,00 gebruikt; nog € 40,00 kan meteen.",
                        "gaat tot en met € 50,00 mee naar het volgende jaar",
                        "€ 49,50, tot je leidinggevende besluit; nodig op 1 jun. 2031",
                        "Je uren per week veranderden",
                        "− € 250,00");
    }

    @Test
    void a_pot_says_why_nothing_can_be_asked() {
        budgets.onJson("GET " + POT, explanation("2031-05-01", 0, 15000));
        assertThat(person("EMPLOYEE", "nl").open("/budgets/pots/personal-2031").body())
                .contains("Je kunt nu niets aanvragen: je budget werd minder, en er is € 150,00 meer vastgelegd")
                .doesNotContain("Je kunt tot en met");
        budgets.onJson("GET " + POT, explanation("2032-01-01", 20050, 0));
        assertThat(person("EMPLOYEE", "nl").open("/budgets/pots/personal-2031").body())
                .contains("de laatste dag was 31 dec. 2031");
    }

    @Test
    void another_day_is_asked_of_the_service_and_has_no_rules_of_today() {
        budgets.onJson("GET " + POT, explanation("2031-03-01", 45000, 0));
        String page = person("EMPLOYEE", "nl")
                .open("/budgets/pots/personal-2031?on=2031-03-01")
                .body();
        assertThat(page).contains("€ 450,00 over op").doesNotContain("Je kunt tot en met", "Wat kan er, en wat niet");
        assertThat(budgets.last("GET", POT).orElseThrow().pathAndQuery()).endsWith("?on=2031-03-01");
        person("EMPLOYEE", "nl").open("/budgets/pots/personal-2031?on=30-02-2031");
        assertThat(budgets.last("GET", POT).orElseThrow().pathAndQuery()).endsWith("/explanation");
    }

    @Test
    void hr_covers_a_shortfall_and_others_do_not_see_them() {
        String path = "/api/learning-budgets/anna/pots/personal-2031/coverage";
        budgets.onJson("POST " + path, "{}");
        Browser hr = person("HR", "nl");
        HttpResponse<String> page = hr.open("/hr/budgets/shortfalls");
        assertThat(page.body())
                .contains(
                        "Er is € 150,00 meer vastgelegd dan dat.",
                        "href=\"/team/requests/ba-anna:r1\"",
                        "Vul € 150,00 aan");
        Map<String, String> form = Map.of(
                "_form",
                "cover-anna-personal-2031",
                "_at",
                "/hr/budgets/shortfalls",
                "_by",
                "anna",
                "key",
                "key-cover");
        assertThat(hr.submit(page, "/hr/budgets/shortfalls/anna/personal-2031", form)
                        .body())
                .contains("is aangevuld");
        assertThat(budgets.last("POST", path)).isPresent();
        assertThat(person("EMPLOYEE", "nl").open("/hr/budgets/shortfalls").uri().getPath())
                .isEqualTo("/me");
    }

    private static String explanation(String on, long available, long shortfall) {
        return """
                {"on":"%s","pot":{"pot":"personal-2031","unit":"EUR","fundingSource":"EMPLOYER","validFrom":"2031-01-01","validUntil":"2031-12-31",
                 "closed":false,"autoApproveUpTo":10000,"granted":25000,"available":%d,"reserved":4950,"committed":0,"spent":0,"expired":0,"carriedOver":0,
                 "shortfall":%d,"holds":[{"request":"ba-anna:r1","status":"REQUESTED","amount":4950,"neededOn":"2031-06-01"}]},
                 "lines":[{"entry":{"number":3,"at":"2031-03-01T09:00:00Z","type":"CORRECTED","reason":"CONTRACT_HOURS","pot":"personal-2031",
                  "from":"AVAILABLE","to":"FUNDING","unit":"EUR","amount":25000},"available":%d},
                 {"entry":{"number":2,"at":"2031-02-01T09:00:00Z","type":"RESERVED","pot":"personal-2031","from":"AVAILABLE","to":"RESERVED","unit":"EUR",
                  "amount":4950,"request":"ba-anna:r1"},"available":45050},
                 {"entry":{"number":1,"at":"2031-01-01T09:00:00Z","type":"GRANTED","pot":"personal-2031","from":"FUNDING","to":"AVAILABLE","unit":"EUR",
                  "amount":50000},"available":50000}],"before":0,
                 "rules":{"ownerLeft":false,"fullGrant":50000,"proRata":true,"hours":[{"from":"2031-01-01","minutesPerWeek":2160},
                  {"from":"2031-03-01","minutesPerWeek":1080}],"approvalPeriodDays":365,"approvedInPeriod":6000,"maxPerRequest":20000,"carryOverUpTo":5000}}""".formatted(on, available, shortfall, available);
    }

    private static Browser person(String role, String language) {
        portal.issuer().letIn("anna", role);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
