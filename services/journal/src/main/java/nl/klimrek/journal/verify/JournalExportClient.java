package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The export of a running platform. */
final class JournalExportClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String portal;
    private final String token;

    /**
     * @param portal address of the portal
     * @param token of an auditor or HR
     */
    JournalExportClient(String portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /** The export as it comes; throws {@link NothingToVerifyException} when there is none to be had. */
    InputStream export() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + "/api/journal/export"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new NothingToVerifyException("Klimrek at " + portal
                        + " does not give the journal's export: it answered " + response.statusCode() + ".");
            }
            return response.body();
        } catch (IOException away) {
            throw new NothingToVerifyException("Klimrek does not answer at " + portal + "; is it running?");
        }
    }
}
