package nl.klimrek.portal.proxy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Shows another server's pages as if they were here: redirects come back unfollowed and with the outer address, cookies
 * pass, the portal's own do not. What a client claims about forwarding is replaced by the truth.
 */
@Component
final class ReverseProxy {
    private static final int LARGEST_BODY = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Of one connection only (RFC 9110 §7.6.1), or ours to say. */
    private static final Set<String> NOT_PASSED = insensitive(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Host",
            "Content-Length",
            "Expect",
            "HTTP2-Settings",
            "Cookie",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl");

    private final HttpClient http;
    private final PortalSettings settings;

    ReverseProxy(HttpClient http, PortalSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    void pass(URI server, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pass(server, request, response, Map.of());
    }

    /** @param said headers of the portal's own, instead of what the client may have sent under these names */
    void pass(URI server, HttpServletRequest request, HttpServletResponse response, Map<String, String> said)
            throws IOException {
        try {
            HttpResponse<InputStream> answer =
                    http.send(forwarded(server, request, said), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                giveBack(server, answer, body, response);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private HttpRequest forwarded(URI server, HttpServletRequest request, Map<String, String> said) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new RequestRefusedException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", Map.of("mostBytes", LARGEST_BODY));
        }
        String query = request.getQueryString();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        target(server + request.getRequestURI() + (query == null ? "" : "?" + query)))
                .timeout(PATIENCE)
                .method(
                        request.getMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!NOT_PASSED.contains(name) && said.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                Collections.list(request.getHeaders(name)).forEach(value -> forwarded.header(name, value));
            }
        }
        Cookies.without(request.getHeader("Cookie"), "PORTAL", "__Host-PORTAL")
                .ifPresent(cookies -> forwarded.header("Cookie", cookies));
        said.forEach((name, value) -> {
            if (!value.isEmpty()) {
                forwarded.header(name, value);
            }
        });
        URI outer = settings.url();
        boolean https = "https".equals(outer.getScheme());
        int port = outer.getPort() > 0 ? outer.getPort() : https ? 443 : 80;
        return forwarded
                .header("X-Forwarded-Proto", outer.getScheme())
                .header("X-Forwarded-Host", outer.getHost())
                .header("X-Forwarded-Port", String.valueOf(port))
                .header("X-Forwarded-For", request.getRemoteAddr())
                .build();
    }

    private static URI target(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException unreadable) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "request-invalid");
        }
    }

    private void giveBack(URI server, HttpResponse<InputStream> answer, InputStream body, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            // HTTP/2 pseudo-headers can not appear: the client speaks HTTP/1.1.
            if (!NOT_PASSED.contains(name) && !name.equalsIgnoreCase("Location")) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        if (!response.containsHeader("Referrer-Policy")) {
            response.setHeader("Referrer-Policy", "same-origin");
        }
        answer.headers().firstValue("Location").ifPresent(to -> response.setHeader("Location", outward(server, to)));
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        body.transferTo(response.getOutputStream());
    }

    private String outward(URI server, String location) {
        String inner = server.toString();
        return location.startsWith(inner) ? settings.at(location.substring(inner.length())) : location;
    }

    private static Set<String> insensitive(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(set, names);
        return set;
    }
}
