package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads the export of a running platform. */
final class JournalExportClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

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

    /** The export as a stream. @throws NothingToVerifyException when the platform does not answer with one */
    InputStream export() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + "/api/journal/export"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new NothingToVerifyException("Klimrek at " + portal
                        + " does not return the journal's export: it answered " + response.statusCode() + ".");
            }
            return response.body();
        } catch (IOException away) {
            throw new NothingToVerifyException("Klimrek does not answer at " + portal + "; is it running?");
        }
    }
}
