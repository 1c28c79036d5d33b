package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Old checklists become backdated, marked conversations, and nothing they rated becomes a field. */
class LegacyAssessmentImportIT {

    private static final String IMPORTS = "/conversations/assessments/imports";
    private static final String FILE = """
            employee,counterpart,heldOn,form,Score,Remarks
            emma,mark,2024-05-31,Yearly form,8,"Careful with zebrafish,
            always"
            emma,mark,2025-05-30,Yearly form,7,Good zebrafish
            ghost,emma,2024-13-01,,3,
            emma,mark,2024-05-31,Yearly form,9,Another zebrafish
            emma,emma,2999-01-01,Form
            """;

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma");
    private final TestClient hr = company.hr();
    private final TestClient emma = company.as("emma");

    @Test
    void a_dry_run_changes_nothing_and_the_real_one_takes_the_good_lines_once() {
        JsonNode dry = post("", FILE).ok().json();
        assertThat(counts(dry)).isEqualTo("2 0 3");
        assertThat(emma.get("/conversations?year=2024").json().path("items")).isEmpty();
        JsonNode done = post("?dryRun=false", FILE).ok().json();
        assertThat(counts(done)).isEqualTo("2 0 3");
        assertThat(done.path("errors"))
                .extracting(error ->
                        error.path("line").asText() + " " + error.path("column").asText() + " "
                                + error.path("code").asText())
                .containsExactly(
                        "5 employee person-not-known",
                        "5 heldOn date-invalid",
                        "5 form required",
                        "6 content imported-otherwise",
                        "7 row cells-differ-from-heading");
        assertThat(counts(post("?dryRun=false", FILE).ok().json())).isEqualTo("0 2 3");
        assertThat(hr.withLanguage("nl")
                        .get(IMPORTS + "/" + done.path("id").asText())
                        .text("/errors/1/message"))
                .isEqualTo(
                        "heldOn \"2024-13-01\": Dit is geen dag zoals 2024-05-31. Verwacht: de dag waarop het was, zonder tijd, zoals 2024-05-31.");
        JsonNode changed = post("?dryRun=false", FILE.replace("Good zebrafish", "Bad zebrafish"))
                .ok()
                .json();
        assertThat(changed.path("errors").findValuesAsText("code")).contains("imported-otherwise");
        JsonNode listed = await().atMost(Duration.ofSeconds(20))
                .until(() -> emma.get("/conversations?year=2024").json().path("items"), items -> items.size() == 1);
        assertThat(listed.get(0).path("type").asText()
                        + listed.get(0).path("reason").asText())
                .isEqualTo("ASSESSMENTIMPORTED");
        assertThat(company.published()).noneMatch(event -> event.data().contains("zebrafish"));
    }

    @Test
    void the_content_is_words_for_the_two_of_it_as_they_stand_now() {
        post("?dryRun=false", FILE).ok();
        String id = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> emma.get("/conversations?year=2024").text("/items/0/conversation"),
                        found -> found != null);
        Talk old = new Talk(id, emma, company.as("mark"));
        JsonNode read = old.seenBy(emma).ok().json();
        assertThat(read.at("/reports/0/text").asText())
                .isEqualTo("Yearly form\nScore: 8\nRemarks: Careful with zebrafish,\nalways");
        assertThat(read.path("status").asText()).isEqualTo("CLOSED");
        assertThat(read.toString()).doesNotContain("\"score\"").doesNotContain("\"rating\"");
        assertThat(old.seenBy(old.counterpart).ok().text("/reports/0/text")).contains("zebrafish");
        assertThat(old.seenBy(hr).ok().json().toString()).doesNotContain("zebrafish");
        assertThat(old.seenBy(company.as("nora")).problem()).isEqualTo("403 forbidden");
        old.step(emma, "statement", "{'text':'I saw it otherwise'}").ok();
        assertThat(old.step(emma, "closing", "{'noActionReason':'x'}").problem())
                .isEqualTo("409 step-not-possible");
        company.changesManager("emma", "nora");
        assertThat(old.seenBy(old.counterpart).problem()).isEqualTo("403 forbidden");
        assertThat(old.seenBy(company.as("nora")).problem()).isEqualTo("403 forbidden");
        assertThat(old.seenBy(emma).ok().json().path("reports")).hasSize(1);
    }

    @Test
    void only_hr_imports_and_a_file_that_is_none_is_refused_whole() {
        assertThat(importing(company.as("mark"), "", FILE, "k").problem()).isEqualTo("403 forbidden");
        assertThat(emma.get(IMPORTS + "/x").problem()).isEqualTo("403 forbidden");
        assertThat(post("", "employee,heldOn\n").problem()).isEqualTo("400 csv-heading-invalid");
        assertThat(post("", "employee,counterpart,heldOn,form\n").problem()).isEqualTo("400 csv-heading-invalid");
        assertThat(post("", "employee;counterpart;heldOn;form;x\nemma;mark;2020-02-29;F;\"open")
                        .problem())
                .isEqualTo("400 csv-unreadable");
        Company other = new Company().joins(null, "otto");
        assertThat(counts(importing(other.hr(), "?dryRun=false", FILE, "k").ok().json()))
                .isEqualTo("0 0 5");
        HttpAnswer first = importing(hr, "?dryRun=false", FILE, "same").ok();
        assertThat(importing(hr, "?dryRun=false", FILE, "same").json()).isEqualTo(first.json());
    }

    @Test
    void people_are_named_by_their_employee_numbers_and_rows_have_outcomes_like_a_roster_s() {
        StubPeople.has("hr-x", "00123", "emma");
        StubPeople.has("hr-x", "7", "mark");
        String byNumber = """
                employeeNumber;counterpartNumber;heldOn;form;Remarks
                00123;7;2023-03-31;Yearly form;Fine zebrafish
                ;;;;
                404;7;2023-03-31;Yearly form;Fine
                """;
        JsonNode dry = post("?source=hr-x", byNumber).ok().json();
        assertThat(dry.at("/counts/NEW").asInt() + " "
                        + dry.at("/counts/SET_ASIDE").asInt())
                .isEqualTo("1 1");
        assertThat(dry.at("/errors/0/column").asText() + " "
                        + dry.at("/errors/0/code").asText() + " "
                        + dry.at("/errors/0/row").asText())
                .isEqualTo("employeeNumber person-not-known 3");
        JsonNode done = post("?dryRun=false&source=hr-x", byNumber).ok().json();
        assertThat(done.at("/results/items/0/outcome").asText() + " "
                        + done.at("/results/items/0/person").asText())
                .isEqualTo("NEW emma");
        assertThat(done.path("status").asText() + " "
                        + done.at("/progress/done").asText() + "/"
                        + done.at("/progress/total").asText())
                .isEqualTo("DONE 2/2");
        assertThat(counts(post("?dryRun=false&source=hr-x", byNumber).ok().json()))
                .isEqualTo("0 1 1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> emma.get("/conversations?year=2023").json().path("items"), items -> items.size() == 1);
        assertThat(post("", byNumber).ok().json().at("/counts/SET_ASIDE").asInt())
                .as("numbers of another source")
                .isEqualTo(2);
        assertThat(hr.get(IMPORTS).json().path("items")).hasSize(4);
        assertThat(post("", "employeNumber;counterpartNumber;heldOn;form;x\n").text("/detail"))
                .contains("employeeNumber (\"employeNumber\"?)");
    }

    @Test
    void people_are_named_by_their_addresses_and_a_shared_address_is_nobody_s() {
        StubPeople.hasAddress("emma@ft.example", "emma");
        StubPeople.hasAddress("mark@ft.example", "mark");
        StubPeople.hasAddress("team@ft.example", null);
        StubPeople.has("csv", "77", "mark");
        String byAddress = """
                email;counterpartEmail;heldOn;form;Remarks
                Emma@FT.example ;mark@ft.example;2022-03-31;Yearly form;Fine zebrafish
                team@ft.example;mark@ft.example;2022-03-31;Yearly form;Fine
                nobody@ft.example;TEAM@ft.example;2022-03-31;Yearly form;Fine
                emma@ft.example;emma@ft.example;2022-03-31;Yearly form;Fine
                """;
        JsonNode done = post("?dryRun=false", byAddress).ok().json();
        assertThat(counts(done)).isEqualTo("1 0 3");
        assertThat(done.path("errors"))
                .extracting(error ->
                        error.path("line").asText() + " " + error.path("column").asText() + " "
                                + error.path("code").asText())
                .containsExactly(
                        "3 email email-shared",
                        "4 email person-not-known",
                        "4 counterpartEmail email-shared",
                        "5 counterpartEmail counterpart-is-employee");
        assertThat(done.toString()).doesNotContain("@ft.example");
        assertThat(hr.withLanguage("nl")
                        .get(IMPORTS + "/" + done.path("id").asText())
                        .text("/errors/0/message"))
                .isEqualTo("email: Meer mensen hebben dit e-mailadres; noem ze met hun personeelsnummer");
        assertThat(counts(post(
                                "",
                                byAddress
                                        .replace("counterpartEmail", "counterpartNumber")
                                        .replace("mark@ft.example", "77"))
                        .ok()
                        .json()))
                .as("a number beside an address")
                .isEqualTo("0 1 3");
    }

    @Test
    void a_dry_run_is_made_real_without_sending_the_file_again() {
        StubPeople.hasAddress("emma@apply.example", "emma");
        StubPeople.has("csv", "78", "mark");
        String file =
                "Adres;counterpartNumber;heldOn;form;Remarks\nemma@apply.example;78;2021-03-31;Yearly form;Fine\n";
        JsonNode looked = post("?column=Adres:email", file).ok().json();
        assertThat(counts(looked)).isEqualTo("1 0 0");
        String application = IMPORTS + "/" + looked.path("id").asText() + "/application";
        JsonNode done = hr.post(application).ok().json();
        assertThat(done.path("dryRun").asText() + " " + counts(done)).isEqualTo("false 1 0 0");
        assertThat(hr.post(application).problem()).isEqualTo("409 import-applied-already");
        assertThat(emma.post(application).problem()).isEqualTo("403 forbidden");
        assertThat(post("?column=Adres:mailbox", file).problem()).isEqualTo("400 column-names-invalid");
    }

    private static HttpAnswer importing(TestClient by, String query, String csv, String key) {
        return by.withContentType("text/csv").withIdempotencyKey(key).post(IMPORTS + query, csv);
    }

    private HttpAnswer post(String query, String csv) {
        return importing(hr, query, csv, UUID.randomUUID().toString());
    }

    private static String counts(JsonNode done) {
        return done.path("imported").asInt() + " " + done.path("alreadyThere").asInt() + " "
                + done.path("refused").asInt();
    }
}
