package nl.klimrek.popforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** HR keeps a catalogue of where to learn and of steps between jobs; people find what fits them. */
class OffersIT {

    private static final String OFFERS = """
            code,title,titleEn,description,place,mode,hours,cost,link,skills,until
            las-1,Leren lassen,Learn to weld,Met een vakman aan de bank.,OWN_ACADEMY,COURSE,"16,5","1250,00",https://example.org/lassen,OWN las-1,
            kijk-1,Meelopen op de werkplaats,,,SHADOWING,SHADOWING,4,,,,
            oud-1,Ponsen met ponskaarten,,,OTHER,COURSE,1,,,,1999-12-31
            """;
    private static final String STEPS = """
            code,family,from,to,direction,description,link,skills
            s-1,techniek,Monteur,Lasser,SIDE,Je werkt aan de bank.,,OWN las-1 | OWN meet-1
            s-2,techniek,Monteur,Werkvoorbereider,UP,,https://example.org/werkvoorbereider,
            s-3,techniek,Lasser,Lasspecialist,DEEPER,,,OWN las-1
            s-4,zorg,Helpende,Verzorgende,UP,,,
            """;

    private final TeamFixture team = new TeamFixture();
    private final TestClient hr = team.hella();
    private final TestClient anna = team.anna().withLanguage("nl");

    @Test
    void offers_are_looked_at_imported_and_searched_in_dutch_compounds_and_by_skill() {
        skills();
        assertThat(send("/offers", true, OFFERS).text("/counts/NEW")).isEqualTo("3");
        assertThat(anna.get("/offers").ok().json().path("items")).isEmpty();

        send("/offers", false, OFFERS);
        assertThat(titles(anna.get("/offers"))).containsExactly("Leren lassen", "Meelopen op de werkplaats");
        assertThat(titles(anna.get("/offers?text=plaats"))).containsExactly("Meelopen op de werkplaats");
        assertThat(titles(anna.get("/offers?text=vakman"))).containsExactly("Leren lassen");
        assertThat(titles(anna.get("/offers?text=metaalbewerking"))).containsExactly("Leren lassen");
        assertThat(titles(anna.withLanguage("en").get("/offers?text=weld"))).containsExactly("Learn to weld");
        assertThat(anna.get("/offers?text=ponskaarten").ok().json().path("items"))
                .isEmpty();

        HttpAnswer one = anna.get("/offers/las-1").ok();
        assertThat(one.text("/effortMinutes") + " " + one.text("/costCents") + " " + one.text("/skills/0/label"))
                .isEqualTo("990 125000 metaalbewerking");
        assertThat(anna.get("/offers/oud-1").problem()).isEqualTo("404 offer-unknown");
        await().untilAsserted(() -> assertThat(team.publishedTypes()).contains("catalogue-changed"));
    }

    @Test
    void the_same_file_again_is_unchanged_and_every_fault_of_a_row_is_named() {
        send("/offers", false, OFFERS);
        assertThat(send("/offers", false, OFFERS).text("/counts/UNCHANGED")).isEqualTo("3");
        assertThat(send("/offers", false, OFFERS.replace("16,5", "20")).text("/counts/CHANGED"))
                .isEqualTo("1");
        HttpAnswer wrong = send("/offers", true, """
                code,title,place,mode,hours,cost,link,skills,until
                b d,,SCHOOL,COURSE,veel,-1,javascript:alert(1),lassen,31-12-2026
                las-9,Leren,OTHER,COURSE,1,,,,
                las-9,Nog eens,OTHER,COURSE,1,,,,
                """);
        assertThat(wrong.text("/counts/SET_ASIDE")).isEqualTo("2");
        assertThat(StreamSupport.stream(wrong.json().path("errors").spliterator(), false)
                        .map(error -> error.path("column").asText() + " "
                                + error.path("code").asText()))
                .containsExactlyInAnyOrder(
                        "code entry-code-invalid",
                        "title required",
                        "place not-a-choice",
                        "hours amount-invalid",
                        "cost amount-invalid",
                        "link link-invalid",
                        "skills match-invalid",
                        "until day-invalid",
                        "code code-twice-in-file");
        assertThat(importing(hr, "/offers", true, "code,title\nx-1,Iets\n").problem())
                .isEqualTo("400 csv-heading-invalid");
    }

    @Test
    void hr_writes_and_removes_one_offer_and_a_repeated_removal_is_the_same_removal() {
        String code = hr.post(
                        "/offers",
                        Map.of(
                                "title", "Spreekuur loopbaan",
                                "place", "CAREER_PLATFORM",
                                "mode", "COACHING",
                                "link", "https://example.org/spreekuur"))
                .text("/code");
        assertThat(titles(anna.get("/offers?text=spreekuur"))).containsExactly("Spreekuur loopbaan");
        TestClient once = hr.withIdempotencyKey(UUID.randomUUID().toString());
        assertThat(once.delete("/offers/" + code).status()).isEqualTo(204);
        assertThat(once.delete("/offers/" + code).status()).isEqualTo(204);
        assertThat(anna.get("/offers/" + code).problem()).isEqualTo("404 offer-unknown");
        assertThat(hr.delete("/offers/" + code).problem()).isEqualTo("404 offer-unknown");
        assertThat(hr.post(
                                "/offers",
                                Map.of("title", "X", "place", "OTHER", "mode", "COURSE", "link", "file:///etc/passwd"))
                        .problem())
                .isEqualTo("400 offer-link-invalid");
        await().untilAsserted(() ->
                assertThat(team.publishedTypes()).containsExactly("catalogue-changed", "catalogue-changed"));
    }

    @Test
    void the_frame_shows_steps_of_one_s_job_family_with_what_is_there_already_and_where_to_learn_the_rest() {
        skills();
        send("/offers", false, OFFERS);
        send("/career-steps", false, STEPS);
        team.isOfFamily("anna", "techniek");
        anna.post(
                        "/my-skills",
                        Map.of(
                                "scheme", "OWN",
                                "code", "meet-1",
                                "version", "2026-1",
                                "uses", List.of("CAN")))
                .ok();

        HttpAnswer frame = anna.get("/climbing-frame?job=Monteur").ok();
        assertThat(frame.text("/jobs/0") + " " + frame.text("/jobs/1")).isEqualTo("Lasser Monteur");
        assertThat(frame.text("/options/0/to") + " " + frame.text("/options/1/to"))
                .isEqualTo("Werkvoorbereider Lasser");
        assertThat(frame.text("/options/1/there/0/label")).isEqualTo("meten");
        assertThat(frame.text("/options/1/missing/0/skill/label")).isEqualTo("metaalbewerking");
        assertThat(frame.text("/options/1/missing/0/offers/0/code")).isEqualTo("las-1");
        assertThat(frame.json().path("sideways")).isEmpty();
        assertThat(anna.get("/climbing-frame").ok().json().path("options")).hasSize(3);
    }

    @Test
    void without_a_step_sideways_there_are_places_to_look_and_without_those_what_one_can_arrange() {
        assertThat(anna.get("/climbing-frame").ok().text("/sideways/0/mode")).isEqualTo("SHADOWING");
        send("/offers", false, OFFERS);
        assertThat(anna.get("/climbing-frame").ok().text("/sideways/0/offer/title"))
                .isEqualTo("Meelopen op de werkplaats");
    }

    @Test
    void only_hr_writes_and_no_other_organisation_sees() {
        send("/offers", false, OFFERS);
        send("/career-steps", false, STEPS);
        assertThat(importing(anna, "/offers", true, OFFERS).problem()).isEqualTo("403 forbidden");
        assertThat(importing(anna, "/career-steps", true, STEPS).problem()).isEqualTo("403 forbidden");
        assertThat(anna.delete("/offers/las-1").problem()).isEqualTo("403 forbidden");
        assertThat(anna.delete("/career-steps/s-1").problem()).isEqualTo("403 forbidden");
        assertThat(anna.get("/career-steps").problem()).isEqualTo("403 forbidden");
        TeamFixture elsewhere = new TeamFixture();
        assertThat(elsewhere.anna().get("/offers").ok().json().path("items")).isEmpty();
        assertThat(elsewhere.anna().get("/offers/las-1").problem()).isEqualTo("404 offer-unknown");
        assertThat(elsewhere.hella().get("/career-steps").ok().json().path("items"))
                .isEmpty();
        assertThat(hr.delete("/career-steps/s-1").status()).isEqualTo(204);
        assertThat(hr.get("/career-steps").ok().json().path("items")).hasSize(3);
    }

    private void skills() {
        importing(
                        hr,
                        "/skills/imports?scheme=OWN&version=2026-1&language=nl&dryRun=false",
                        "code,label\nlas-1,metaalbewerking\nmeet-1,meten\n")
                .ok();
    }

    private HttpAnswer send(String catalogue, boolean dryRun, String file) {
        return importing(hr, catalogue, dryRun, file).ok();
    }

    private static HttpAnswer importing(TestClient as, String catalogue, boolean dryRun, String file) {
        return importing(as, catalogue + "/imports?dryRun=" + dryRun, file);
    }

    private static HttpAnswer importing(TestClient as, String path, String file) {
        return as.send(as.withContentType("text/csv")
                .withIdempotencyKey(UUID.randomUUID().toString())
                .request(path)
                .POST(BodyPublishers.ofString(file)));
    }

    private static List<String> titles(HttpAnswer answer) {
        return StreamSupport.stream(answer.ok().json().path("items").spliterator(), false)
                .map(item -> item.path("title").asText())
                .toList();
    }
}
