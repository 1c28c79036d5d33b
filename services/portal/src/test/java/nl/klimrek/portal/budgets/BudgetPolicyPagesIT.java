package nl.klimrek.portal.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.fixture.Shown;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetPolicyPagesIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static final String PATH = "/api/learning-budgets/policies";

    @BeforeEach
    void answers() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Upstream.LEARNING_BUDGETS)
                .on("GET " + PATH, FakeHttpService.json(200, """
                {"pots":[{"code":"personal","unit":"EUR","amount":50000,"fundingSource":"COLLECTIVE_AGREEMENT","proRata":true,"autoApproveUpTo":25000},
                 {"code":"studie-uren","unit":"HOURS","amount":2400,"fundingSource":"EMPLOYER","proRata":false,"autoApproveUpTo":0}]}""", "ETag", "\"4\""))
                .onJson("POST " + PATH, "{\"pots\":[]}");
    }

    @Test
    void a_policy_is_read_in_words_with_what_it_means() {
        for (String language : List.of("nl", "en")) {
            for (String path : List.of(
                    "/hr/budgets",
                    "/hr/budgets/new",
                    "/hr/budgets/personal",
                    "/hr/budgets/check?name=Studiedagen&unit=HOURS&amount=40&source=EMPLOYER&proRata=true")) {
                Shown.fine(reader("hr-1", language, "HR").open(path));
            }
        }
        assertThat(Shown.text(reader("hr-1", "nl", "HR").open("/hr/budgets")))
                .contains("Persoonlijk budget")
                .contains("€ 500,00 per jaar")
                .contains("Betaald door: de cao")
                .contains("Halftijd, het hele jaar: € 250,00")
                .contains("vanaf 1 juli: € 252,05")
                .contains("tot en met € 250,00 in 365 dagen wordt meteen toegekend")
                .contains("Studie uren")
                .contains("40 uur per jaar")
                .contains("Over elke aanvraag besluit een leidinggevende");
    }

    @Test
    void a_new_budget_is_checked_in_words_and_then_added_to_the_version_that_was_shown() {
        Browser hr = reader("hr-2", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/budgets/new");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/budgets/check"));
        fields.putAll(Map.of("name", "Één jaar <b>", "amount", "1250,50", "atOnce", "100"));
        HttpResponse<String> check = hr.submit(page, "/hr/budgets/check", fields);
        assertThat(check.uri().getPath()).isEqualTo("/hr/budgets/check");
        assertThat(Shown.fine(check)).contains("€ 1.250,50 per jaar");
        HttpResponse<String> after = hr.submit(check, "/hr/budgets/new", Shown.form(check, "/hr/budgets/new"));
        FakeHttpService.Asked sent =
                portal.service(Upstream.LEARNING_BUDGETS).last("POST", PATH).orElseThrow();
        assertThat(sent.body())
                .contains("\"code\":\"personal\"")
                .contains(
                        "{\"code\":\"een-jaar-b\",\"unit\":\"EUR\",\"amount\":125050,\"fundingSource\":\"EMPLOYER\",\"proRata\":true,\"autoApproveUpTo\":10000}");
        assertThat(sent.headers()).containsEntry("if-match", "\"4\"");
        assertThat(after.body()).contains("Je hebt “Één jaar &lt;b&gt;” toegevoegd");
    }

    @Test
    void further_rules_are_said_in_words_sent_and_not_lost_by_another_change() {
        Browser hr = reader("hr-6", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/budgets/new");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/budgets/check"));
        fields.putAll(Map.of(
                "name", "Sparen", "amount", "900", "days", "90", "most", "1000", "years", "5", "carried", "50,50"));
        HttpResponse<String> check = hr.submit(page, "/hr/budgets/check", fields);
        assertThat(Shown.fine(check))
                .contains("Eén aanvraag mag hooguit € 1.000,00 zijn.")
                .contains("Te gebruiken gedurende 5 jaar.")
                .contains("gaat tot en met € 50,50 mee naar het volgende jaar");
        hr.submit(check, "/hr/budgets/new", Shown.form(check, "/hr/budgets/new"));
        assertThat(portal.service(Upstream.LEARNING_BUDGETS)
                        .last("POST", PATH)
                        .orElseThrow()
                        .body())
                .contains(
                        "\"approvalPeriodDays\":90,\"maxPerRequest\":100000,\"validYears\":5,\"carryOverUpTo\":5050}");
        fields.put("years", "11");
        assertThat(hr.submit(page, "/hr/budgets/check", fields).body())
                .contains("Vul een aantal jaren in van 1 tot en met 10.", "value=\"11\"");
    }

    @Test
    void an_amount_that_is_none_is_told_beside_its_field_with_all_words_kept() {
        Browser hr = reader("hr-3", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/budgets/new");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/budgets/check"));
        fields.putAll(Map.of("name", "Studiedagen", "amount", "veel"));
        HttpResponse<String> after = hr.submit(page, "/hr/budgets/check", fields);
        assertThat(after.uri().getPath()).isEqualTo("/hr/budgets/new");
        assertThat(after.body())
                .contains("pot-amount-error")
                .contains("value=\"Studiedagen\"")
                .contains("value=\"veel\"");
    }

    @Test
    void a_budget_is_taken_out_and_changed_without_touching_the_others() {
        Browser hr = reader("hr-4", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/budgets/personal");
        assertThat(Shown.form(page, "/hr/budgets/check"))
                .containsEntry("amount", "500")
                .containsEntry("atOnce", "250")
                .containsEntry("code", "personal");
        hr.submit(page, "/hr/budgets/personal/remove", Shown.form(page, "/hr/budgets/personal/remove"));
        assertThat(portal.service(Upstream.LEARNING_BUDGETS)
                        .last("POST", PATH)
                        .orElseThrow()
                        .body())
                .doesNotContain("personal")
                .contains("studie-uren");
        HttpResponse<String> check = hr.submit(page, "/hr/budgets/check", Shown.form(page, "/hr/budgets/check"));
        hr.submit(check, "/hr/budgets/personal", Shown.form(check, "/hr/budgets/personal"));
        assertThat(portal.service(Upstream.LEARNING_BUDGETS)
                        .last("POST", PATH)
                        .orElseThrow()
                        .body())
                .contains("\"code\":\"personal\",\"unit\":\"EUR\",\"amount\":50000")
                .contains("studie-uren");
    }

    @Test
    void somebody_elses_change_in_between_and_a_service_away_lose_nothing() {
        portal.service(Upstream.LEARNING_BUDGETS)
                .on(
                        "POST " + PATH,
                        FakeHttpService.json(
                                412,
                                "{\"code\":\"version-changed\",\"title\":\"Iemand was je voor\"}",
                                "Content-Type",
                                "application/problem+json"));
        Browser hr = reader("hr-5", "nl", "HR");
        HttpResponse<String> check =
                hr.open("/hr/budgets/check?code=personal&name=x&unit=EUR&amount=750&source=EMPLOYER");
        HttpResponse<String> after =
                hr.submit(check, "/hr/budgets/personal", Shown.form(check, "/hr/budgets/personal"));
        assertThat(after.uri().getPath()).isEqualTo("/hr/budgets/personal");
        assertThat(after.body()).contains("Iemand was je voor").contains("value=\"750\"");
        portal.service(Upstream.LEARNING_BUDGETS).on("GET " + PATH, FakeHttpService.hangUp());
        assertThat(Shown.fine(hr.open("/hr/budgets"))).contains("even niet beschikbaar");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
