package nl.klimrek.popforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** HR imports lists of skills, and everybody of the organisation searches them. */
class SkillImportIT {

    private static final Path STANDARDS = Path.of("../../../shared/standards");
    private static final String DUTCH = """
            conceptType,conceptUri,preferredLabel,altLabels,status,description
            KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0001-a,wonden verzorgen,"wondverzorging
            wondzorg",released,Wonden schoonmaken en verbinden.
            KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0002-b,lassen,,released,
            SkillGroup,http://data.europa.eu/esco/skill/0003-c,zorg,,released,
            """;
    private static final String ENGLISH = """
            conceptType,conceptUri,preferredLabel,altLabels,status,description
            KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0001-a,treat wounds,,released,
            KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0002-b,weld,,released,
            """;

    private final TeamFixture team = new TeamFixture();
    private final TestClient hr = team.hella();
    private final TestClient anna = team.anna();

    @Test
    void a_list_is_looked_at_imported_in_two_languages_and_searched() {
        HttpAnswer looked = send("ESCO", "1.2.0", "nl", true, DUTCH);
        assertThat(looked.text("/counts/NEW") + " " + looked.text("/counts/SET_ASIDE"))
                .isEqualTo("2 1");
        assertThat(labels(anna, "wond")).isEmpty();

        send("ESCO", "1.2.0", "nl", false, DUTCH);
        assertThat(labels(anna.withLanguage("nl"), "wond")).containsExactly("wonden verzorgen");
        assertThat(labels(anna.withLanguage("nl"), "verzorging")).containsExactly("wonden verzorgen");
        assertThat(labels(anna.withLanguage("en"), "wond")).containsExactly("wonden verzorgen");

        send("ESCO", "1.2.0", "en", false, ENGLISH);
        HttpAnswer found = anna.withLanguage("en").get("/skills?text=wounds").ok();
        assertThat(found.text("/items/0/label") + " " + found.text("/items/0/scheme") + " "
                        + found.text("/items/0/version"))
                .isEqualTo("treat wounds ESCO 1.2.0");
        assertThat(labels(anna.withLanguage("nl"), "weld")).containsExactly("lassen");
        assertThat(anna.get("/skill-lists").ok().text("/items/0/languages/1/skills"))
                .isEqualTo("2");
        await().untilAsserted(() ->
                assertThat(team.publishedTypes()).containsExactly("skill-list-imported", "skill-list-imported"));
    }

    @Test
    void the_same_file_again_is_unchanged_and_a_later_version_takes_its_place() {
        send("ESCO", "1.2.0", "nl", false, DUTCH);
        assertThat(send("ESCO", "1.2.0", "nl", false, DUTCH).text("/counts/UNCHANGED"))
                .isEqualTo("2");
        assertThat(send("ESCO", "1.2.0", "nl", false, DUTCH.replace("lassen", "metaal lassen"))
                        .text("/counts/CHANGED"))
                .isEqualTo("1");
        assertThat(labels(anna, "metaal")).containsExactly("metaal lassen");

        send("ESCO", "1.3.0", "nl", false, DUTCH.replace("lassen", "solderen"));
        assertThat(labels(anna, "metaal")).isEmpty();
        assertThat(labels(anna, "sold")).containsExactly("solderen");
    }

    @Test
    void schemes_stand_side_by_side_with_their_matches() {
        send("ESCO", "1.2.0", "nl", false, DUTCH);
        send("OWN", "2026-1", "nl", false, """
                code,label,matches
                las-1,lassen aan boord,ESCO http://data.europa.eu/esco/skill/0002-b
                """);
        HttpAnswer found = anna.withLanguage("nl").get("/skills?text=lassen").ok();
        assertThat(found.text("/items/0/scheme") + " " + found.text("/items/1/scheme"))
                .isEqualTo("ESCO OWN");
        assertThat(found.text("/items/1/matches/0/code")).isEqualTo("http://data.europa.eu/esco/skill/0002-b");
    }

    @Test
    void one_code_with_two_names_in_a_file_is_set_aside_the_second_time() {
        HttpAnswer sent = send("OWN", "2026-1", "nl", false, """
                code,label
                las-1,lassen
                las-1,solderen
                las-1,lassen
                """);
        assertThat(sent.text("/counts/NEW") + sent.text("/counts/UNCHANGED") + sent.text("/counts/SET_ASIDE"))
                .isEqualTo("111");
        assertThat(sent.text("/errors/0/code")).isEqualTo("skill-twice-in-file");
    }

    @Test
    void only_hr_imports_and_no_other_organisation_finds() {
        send("ESCO", "1.2.0", "nl", false, DUTCH);
        assertThat(importing(anna, "ESCO", "1.2.0", "nl", true, DUTCH).problem())
                .isEqualTo("403 forbidden");
        assertThat(anna.get("/skills/imports").problem()).isEqualTo("403 forbidden");
        assertThat(labels(new TeamFixture().anna(), "wond")).isEmpty();
    }

    @Test
    void what_is_wrong_is_named_and_changes_nothing() {
        assertThat(importing(hr, "ESCO", "1.2.0", "nl", false, "code,label\nlas-1,lassen\n")
                        .problem())
                .isEqualTo("400 csv-heading-invalid");
        assertThat(importing(hr, "ESCO", "latest", "nl", false, DUTCH).status()).isEqualTo(400);
        assertThat(importing(hr, "ESCO", "1.2.0", "nederlands", false, DUTCH).status())
                .isEqualTo(400);
        assertThat(importing(hr, "ISCO", "1.2.0", "nl", false, DUTCH).status()).isEqualTo(400);
        assertThat(anna.get("/skills?text=").status()).isEqualTo(400);
        assertThat(anna.get("/skills?text=" + "x".repeat(101)).status()).isEqualTo(400);
        assertThat(anna.get("/skill-lists").ok().json().path("items")).isEmpty();
    }

    @Test
    void the_publishers_files_are_read_as_they_are() throws IOException {
        if (!Files.isDirectory(STANDARDS)) {
            System.err.println("SKIPPED: no published skill files at " + STANDARDS);
        }
        assumeThat(STANDARDS).isDirectory();
        HttpAnswer esco =
                send("ESCO", "1.1.1", "en", false, Files.readString(STANDARDS.resolve("esco/v1.1.1/skills_en.csv")));
        assertThat(esco.text("/counts/SET_ASIDE")).isEqualTo("0");
        assertThat(labels(anna.withLanguage("en"), "blood-sampling")).contains("techniques of blood-sampling");
        HttpAnswer onet = send("ONET", "27.2", "en", false, Files.readString(STANDARDS.resolve("onet/Skills.txt")));
        assertThat(onet.text("/counts/SET_ASIDE")).isEqualTo("0");
        assertThat(labels(anna.withLanguage("en"), "reading")).contains("Reading Comprehension");
    }

    private HttpAnswer send(String scheme, String version, String language, boolean dryRun, String file) {
        return importing(hr, scheme, version, language, dryRun, file).ok();
    }

    private static HttpAnswer importing(
            TestClient as, String scheme, String version, String language, boolean dryRun, String file) {
        return as.send(as.withContentType("text/csv")
                .withIdempotencyKey(UUID.randomUUID().toString())
                .request("/skills/imports?scheme=" + scheme + "&version=" + version + "&language=" + language
                        + "&dryRun=" + dryRun)
                .POST(BodyPublishers.ofString(file)));
    }

    private static List<String> labels(TestClient as, String text) {
        JsonNode items = as.get("/skills?text=" + text).ok().json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("label").asText())
                .toList();
    }
}
