package nl.klimrek.portal.hr;

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

class InsightsPagesIT {
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
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Upstream.INSIGHTS)
                .onJson("GET /api/insights/coverage", """
                {"months":12,"minimum":5,"total":{"people":12,"withConversation":7,"byType":{"CHECK_IN":6,"CAREER":2}},
                 "teams":[{"team":"zuid","figure":{"people":6,"withConversation":3,"byType":{"CHECK_IN":3}}}],"hidden":["directie"]}""")
                .onJson("GET /api/insights/shift", """
                {"minimum":5,"months":[{"month":"2026-09","conversations":20,"assessments":8,"dialogues":12},{"month":"2026-10","conversations":9},{"month":"2026-11"}]}""");
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/conversations/overload", """
                {"items":[{"cycle":"cy","manager":"bram","conversations":3,"minutesShort":150,"from":"2099-01-01","until":"2099-01-31","delegates":["cees"]},
                 {"cycle":"cy","manager":"diane","conversations":0,"minutesShort":0,"from":"2026-01-01","until":"2026-01-31"}],"next":null}""")
                .on(
                        "GET /api/conversations/capacity",
                        FakeHttpService.json(
                                200,
                                "{\"manager\":\"bram\",\"perDay\":2,\"perWeek\":5,\"delegates\":[],\"usual\":true}",
                                "ETag",
                                "\"0\""))
                .onJson("PUT /api/conversations/capacity", "{}");
    }

    @Test
    void figures_are_charts_with_tables_and_what_is_not_shown_says_why() {
        HttpResponse<String> page = reader("hr-1", "nl", "HR").open("/hr/insights");
        assertThat(Shown.fine(page))
                .contains("Met 7 van de 12 mensen was er een gesprek (58%)")
                .contains("Niet getoond, omdat een cijfer over minder dan 5 mensen")
                .contains("directie")
                .contains("6 van 12")
                .contains("september 2026 12 8")
                .contains("In 2 maanden wordt niet alles getoond")
                .contains("3 gesprekken passen niet: 2 uur en 30 minuten te kort");
        assertThat(page.body()).contains("<table").doesNotContain("/capacity/diane");
        assertThat(Shown.fine(reader("hr-1", "en", "HR").open("/hr/insights?months=3&type=CAREER")))
                .contains("with 2 of 12 people (17%)");
        assertThat(portal.service(Upstream.INSIGHTS)
                        .last("GET", "/api/insights/coverage")
                        .orElseThrow()
                        .pathAndQuery())
                .endsWith("months=3");
    }

    @Test
    void what_is_empty_away_or_asked_wrongly_is_a_page_too() {
        portal.service(Upstream.INSIGHTS)
                .onJson("GET /api/insights/coverage", "{\"months\":12,\"minimum\":5,\"teams\":[],\"hidden\":[]}")
                .on("GET /api/insights/shift", FakeHttpService.hangUp());
        portal.service(Upstream.CONVERSATIONS).onJson("GET /api/conversations/overload", NONE);
        for (String language : List.of("nl", "en")) {
            Shown.fine(reader("hr-2", language, "HR").open("/hr/insights?months=7&type=%3Cb%3E"));
        }
        assertThat(Shown.text(reader("hr-2", "nl", "HR").open("/hr/insights")))
                .contains("even niet beschikbaar")
                .contains("Er is nog niets te laten zien")
                .contains("Elke leidinggevende heeft genoeg tijd");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr/insights").uri().getPath())
                .isNotEqualTo("/hr/insights");
    }

    @Test
    void room_for_conversations_is_changed_with_who_may_help() {
        Browser hr = reader("hr-3", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/insights/capacity/bram");
        assertThat(Shown.fine(page)).contains("Wie mag om hulp gevraagd worden?");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/insights/capacity/bram"));
        fields.putAll(Map.of("perDay", "3", "delegates", "cees"));
        hr.submit(page, "/hr/insights/capacity/bram", fields);
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("PUT", "/api/conversations/capacity")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"perDay\":3,\"perWeek\":5,\"delegates\":[\"cees\"]}");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
