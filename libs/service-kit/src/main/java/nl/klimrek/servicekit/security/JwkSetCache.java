package nl.klimrek.servicekit.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Fetches the issuer's keys at most once in a few seconds. A token that names an unknown key makes the decoder ask for the
 * keys again, and anybody can send such tokens; a key that the issuer has added is seen as soon as those seconds are over.
 */
public final class JwkSetCache implements ClientHttpRequestInterceptor {
    private static final Duration RECENT = Duration.ofSeconds(5);
    private final Clock clock;
    private byte[] keys = {};
    private HttpHeaders headers = new HttpHeaders();
    private Instant until = Instant.MIN;

    public JwkSetCache(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution fetching) throws IOException {
        if (!clock.instant().isBefore(until)) {
            try (ClientHttpResponse answer = fetching.execute(request, body)) {
                if (answer.getStatusCode() != HttpStatus.OK) {
                    throw new IOException(
                            "The issuer answered " + answer.getStatusCode().value() + " instead of its keys");
                }
                keys = answer.getBody().readAllBytes();
                headers = answer.getHeaders();
                until = clock.instant().plus(RECENT);
            }
        }
        return new Kept(keys, headers);
    }

    private record Kept(byte[] keys, HttpHeaders headers) implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatus.OK;
        }

        @Override
        public String getStatusText() {
            return HttpStatus.OK.getReasonPhrase();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(keys);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public void close() {
            // Held in memory; there is nothing to close.
        }
    }
}
