package nl.klimrek.journal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.journal.note.NoteKey;
import org.jspecify.annotations.Nullable;

/** Reads the export, the bundle and the signed roots of a running platform. */
public final class JournalExportClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** More than a journal keeps. */
    private static final int MAX_PAGES = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String portal;
    private final String token;

    /**
     * @param portal address of the portal
     * @param token of an auditor or HR
     */
    public JournalExportClient(String portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /**
     * Signed roots of the tree.
     *
     * @param notes signed notes, the oldest first
     * @param keys keys that signed them
     */
    public record SignedRoots(List<String> notes, List<NoteKey> keys) {}

    /** The newest signed roots of the tree. @throws NothingToVerifyException when the platform does not answer with them */
    public SignedRoots roots() throws InterruptedException {
        List<String> notes = new ArrayList<>();
        List<NoteKey> keys = new ArrayList<>();
        @Nullable String after = "";
        for (int page = 0; page < MAX_PAGES && after != null; page++) {
            try (InputStream in = get("/api/journal/checkpoints?after=" + after, "checkpoints")) {
                JsonNode answer = JSON.readTree(in);
                answer.path("items").forEach(item -> {
                    if (item.path("note").isTextual()) {
                        notes.add(item.path("note").asText());
                    }
                });
                keys.clear();
                answer.path("noteKeys")
                        .forEach(key -> NoteKey.parse(key.asText()).ifPresent(keys::add));
                after = answer.path("next").isTextual() ? answer.path("next").asText() : null;
            } catch (IOException broken) {
                throw new NothingToVerifyException("Klimrek at " + portal + " broke off the checkpoints.");
            }
        }
        return new SignedRoots(List.copyOf(notes), List.copyOf(keys));
    }

    /** The export as a stream. @throws NothingToVerifyException when the platform does not answer with one */
    public InputStream export() throws InterruptedException {
        return get("/api/journal/export", "export");
    }

    /** The bundle as a stream. @throws NothingToVerifyException when the platform does not answer with one */
    public InputStream bundle() throws InterruptedException {
        return get("/api/journal/bundle", "bundle");
    }

    private InputStream get(String path, String what) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new NothingToVerifyException("Klimrek at " + portal + " does not return the journal's " + what
                        + ": it answered " + response.statusCode() + ".");
            }
            return response.body();
        } catch (IOException away) {
            throw new NothingToVerifyException("Klimrek does not answer at " + portal + "; is it running?");
        }
    }
}
