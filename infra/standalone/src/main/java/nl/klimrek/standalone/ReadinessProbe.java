package nl.klimrek.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Polls the portal's readiness endpoint. */
final class ReadinessProbe {

    private static final long POLL_INTERVAL_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI ready;

    /** @param host address on which the portal listens; for a wildcard address the probe uses loopback */
    ReadinessProbe(InetAddress host, int port) {
        String address = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
        this.ready = URI.create(
                "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port + "/health/ready");
    }

    /** Returns when the portal is ready; throws with its last answer after the time-out. */
    void await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        String lastAnswer = "nothing";
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
                lastAnswer = answer.body();
                Thread.sleep(POLL_INTERVAL_MILLIS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the portal does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("not ready in " + timeout.toSeconds() + " s; the portal said " + lastAnswer);
    }
}
