package nl.klimrek.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the portal whether everything behind it is ready. */
final class Readiness {

    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI ready;

    /** @param host address on which the portal listens; loopback is asked where that is every address */
    Readiness(InetAddress host, int port) {
        String address = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
        this.ready = URI.create(
                "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port + "/health/ready");
    }

    /** Returns when it is, or fails with what the portal said last. */
    void await(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        String said = "nothing";
        try {
            while (System.nanoTime() < deadline) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(ready)
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
                said = answer.body();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the portal does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("not ready in " + longest.toSeconds() + " s; the portal said " + said);
    }
}
