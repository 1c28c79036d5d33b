package nl.klimrek.portal.hr;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

class HrPagesIT {
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

    @BeforeEach
    void answers() {
        portal.service(Upstream.REMINDERS)
                .onJson("GET /api/reminders", NONE)
                .onJson(
                        "GET /api/reminders/webhooks",
                        "[{\"stopped\":\"FAILING\"},{\"stopped\":\"BY_HR\"},{\"stopped\":null}]");
        portal.service(Upstream.PEOPLE)
                .onJson(
                        "GET /api/people/summary",
                        "{\"employed\":207,\"left\":104,\"withManager\":163,\"withoutManager\":44,\"quarantined\":1}");
        portal.service(Upstream.CONVERSATIONS)
                .onJson(
                        "GET /api/cycles",
                        "{\"items\":[{\"id\":\"cy-1\",\"startsOn\":\"2026-11-01\"},{\"id\":\"cy-2\",\"startsOn\":\"2026-11-01\",\"planning\":{\"done\":true}},"
                                + "{\"id\":\"cy-3\",\"amendments\":[{\"scope\":\"ORGANISATION\",\"effectiveFrom\":\"2026-01-01\",\"rhythm\":[]}]}]}")
                .onJson(
                        "GET /api/conversations/overload",
                        "{\"items\":[{\"manager\":\"bram\",\"conversations\":2,\"until\":\"2099-01-01\"},{\"manager\":\"bram\",\"conversations\":1,\"until\":\"2099-01-01\"}]}");
        portal.service(Upstream.JOURNAL)
                .onJson("GET /api/journal/dead-letters", "{\"items\":[],\"waiting\":3}")
                .onJson("GET /api/journal/gaps", "{\"items\":[],\"open\":0}")
                .onJson("GET /api/journal/verify", "{\"verified\":true,\"entries\":1234}");
    }

    @Test
    void what_needs_hr_today_is_one_figure_each_with_its_step() {
        HttpResponse<String> page = reader("hr-1", "nl", "HR").open("/hr");
        assertThat(Shown.fine(page))
                .contains("Eén gegeven apart gezet")
                .contains("44 mensen zonder leidinggevende")
                .contains("Eén ritme nog niet gepland")
                .contains("Eén leidinggevende met te weinig tijd")
                .contains("3 berichten zitten vast")
                .contains("Eén adres neemt geen berichten meer aan")
                .doesNotContain("Welkom");
        assertThat(page.body())
                .contains("href=\"/hr/cycles/cy-1/preview\"")
                .contains("href=\"/hr/quarantine\"")
                .contains("href=\"/hr/guarantees\"")
                .contains("href=\"/hr/webhooks\"");
        assertThat(Shown.fine(reader("hr-1", "en", "HR").open("/hr"))).contains("44 people without a manager");
    }

    @Test
    void an_empty_organisation_is_greeted_with_three_steps() {
        portal.service(Upstream.PEOPLE)
                .onJson(
                        "GET /api/people/summary",
                        "{\"employed\":0,\"left\":0,\"withManager\":0,\"withoutManager\":0,\"quarantined\":0}");
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/cycles", NONE)
                .onJson("GET /api/conversations/overload", NONE);
        portal.service(Upstream.JOURNAL).onJson("GET /api/journal/dead-letters", "{\"items\":[],\"waiting\":0}");
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders/webhooks", "[]");
        for (String language : List.of("nl", "en")) {
            HttpResponse<String> page = reader("hr-2", language, "HR").open("/hr");
            Shown.fine(page);
            assertThat(page.body()).contains("href=\"/hr/imports\"").contains("href=\"/hr/cycles/new\"");
        }
        assertThat(Shown.text(reader("hr-2", "nl", "HR").open("/hr")))
                .contains("Laad de mensen die hier werken")
                .contains("Er wacht vandaag niets op je");
    }

    @Test
    void a_part_that_is_away_says_so_and_others_have_no_such_page() {
        portal.service(Upstream.PEOPLE).on("GET /api/people/summary", FakeHttpService.hangUp());
        assertThat(Shown.fine(reader("hr-3", "nl", "HR").open("/hr")))
                .contains("even niet beschikbaar")
                .contains("3 berichten zitten vast")
                .doesNotContain("Er wacht vandaag niets");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr").uri().getPath()).isNotEqualTo("/hr");
        assertThat(reader("aud", "nl", "AUDITOR").open("/hr").uri().getPath()).startsWith("/journal");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
