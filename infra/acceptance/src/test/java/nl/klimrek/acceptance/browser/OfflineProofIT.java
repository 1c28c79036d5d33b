package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that checks proofs, opened from a folder in a browser without a network. */
class OfflineProofIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOLDS = "Het bewijs klopt.";
    private static final String WORDS_HOLD = "De woorden kloppen";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static BrowserContext offline;
    private static Page page;
    private static Path proof;
    private static Path keys;
    private static Path words;

    @BeforeAll
    static void download() throws IOException {
        chromium = new Chromium();
        RunningPlatform platform = RunningPlatform.shared();
        assertThat(RunningPlatform.demo().exit()).isZero();
        String token = platform.token("bram");
        JsonNode made = agreement(platform, token);
        String conversation = made.path("subject").asText();
        proof = keep(
                "step.tlog-proof", platform.get("/api/journal/entries/" + made.path("position") + "/proof", token));
        keys = keep("klimrek-journal.policy", platform.get("/api/journal/policy", token));
        words = keep(
                "klimrek-agreement.json",
                platform.get(
                        "/api/conversations/" + conversation + "/agreements/"
                                + made.at("/data/agreement").asText() + "/text",
                        token));
        Path file = folder.resolve("klimrek-verify-proof.html");
        try (InputStream kept = Objects.requireNonNull(
                OfflineProofIT.class.getResourceAsStream("/nl/klimrek/portal/verify-proof.html"))) {
            Files.copy(kept, file);
        }
        offline = chromium.context("nl", 390);
        offline.setOffline(true);
        page = offline.newPage();
        page.navigate(file.toUri().toString());
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_proof_and_its_words_hold_without_a_network_in_both_languages() {
        assertThat(verdict(proof, keys, words)).contains(HOLDS, WORDS_HOLD, "agreement-made");
        page.locator("#language").click();
        assertThat(page.locator("#verdict").textContent()).contains("The proof holds.", "The words hold");
        page.locator("#language").click();
        assertThat(Checkers.get().axe(page)).isEmpty();
        assertThat(Layout.faults(page)).isEmpty();
    }

    @Test
    void other_words_do_not_hold() throws IOException {
        JsonNode file = JSON.readTree(words.toFile());
        Path others = Files.writeString(
                folder.resolve("others.json"),
                JSON.writeValueAsString(Map.of(
                        "salt",
                        file.path("salt").asText(),
                        "text",
                        file.path("text").asText() + ".")));
        assertThat(verdict(proof, keys, others)).contains(HOLDS, "De woorden horen niet bij deze stap");
        Path none = Files.writeString(folder.resolve("none.json"), "{}");
        assertThat(verdict(proof, keys, none)).contains("Het bestand met woorden is niet te lezen");
    }

    @Test
    void no_character_of_a_proof_can_change_unseen() throws IOException {
        String right = Files.readString(proof);
        List<String> held = new ArrayList<>();
        for (int at = 0; at < right.length(); at += 7) {
            char other = right.charAt(at) == 'A' ? 'B' : 'A';
            Path wrong = Files.writeString(
                    folder.resolve("wrong.tlog-proof"), right.substring(0, at) + other + right.substring(at + 1));
            if (verdict(wrong, keys, null).contains(HOLDS)) {
                held.add(at + ": " + right.charAt(at) + " as " + other);
            }
        }
        assertThat(held).isEmpty();
        Path shorter = Files.writeString(folder.resolve("wrong.tlog-proof"), right.substring(0, right.length() - 1));
        assertThat(verdict(shorter, keys, null)).doesNotContain(HOLDS);
    }

    @Test
    void keys_of_somebody_else_and_keys_that_demand_witnesses_prove_nothing() throws IOException {
        String right = Files.readString(keys);
        Path demanding =
                Files.writeString(folder.resolve("demanding.policy"), right.replace("quorum none", "quorum witnesses"));
        assertThat(verdict(proof, demanding, null)).contains("vraagt om getuigen");
        Path changed = Files.writeString(folder.resolve("changed.policy"), right.replaceFirst("log .", "log x"));
        assertThat(verdict(proof, changed, null)).doesNotContain(HOLDS);
        Path empty = Files.writeString(folder.resolve("empty.policy"), "quorum none\n");
        assertThat(verdict(proof, empty, null)).doesNotContain(HOLDS);
    }

    /** What the page says of these files; without words where they are null. */
    private static String verdict(Path proofFile, Path keysFile, Path wordsFile) {
        page.locator("#proof").setInputFiles(proofFile);
        page.locator("#keys").setInputFiles(keysFile);
        page.locator("#words").setInputFiles(wordsFile == null ? new Path[0] : new Path[] {wordsFile});
        Locator verdict = page.locator("#verdict");
        verdict.evaluate("element => element.replaceChildren()");
        page.locator("#check").click();
        page.waitForCondition(() -> !verdict.textContent().isEmpty());
        return verdict.textContent();
    }

    /** The step of an agreement that Bram takes part in. */
    private static JsonNode agreement(RunningPlatform platform, String token) throws IOException {
        for (JsonNode talk : items(platform, "/api/conversations?limit=200", token)) {
            String id = talk.path("conversation").asText();
            for (JsonNode entry : items(platform, "/api/journal/timeline?limit=200&subject=" + id, token)) {
                if (entry.path("type").asText().contains("agreement-made")) {
                    return entry;
                }
            }
        }
        throw new AssertionError("the demo made no agreement");
    }

    private static JsonNode items(RunningPlatform platform, String path, String token) throws IOException {
        return JSON.readTree(platform.get(path, token).body()).path("items");
    }

    private static Path keep(String name, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        return Files.writeString(folder.resolve(name), answer.body());
    }
}
