package nl.klimrek.portal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
 * Shows another server's pages on the portal's own address. It does not follow redirects but rewrites their address, passes
 * cookies except the portal's own, and replaces the client's forwarding headers by its own.
 */
@Component
final class ReverseProxy {
    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    /** Headers of one connection (RFC 9110 §7.6.1), and headers that the proxy sets itself. */
    private static final Set<String> NOT_FORWARDED = insensitive(
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

    private final ResilientHttpClient http;
    private final PortalSettings settings;

    ReverseProxy(ResilientHttpClient http, PortalSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /**
     * Forwards a request and writes its response.
     *
     * @param name   name of the server's {@code resilience4j} instances
     * @param server address of the server
     * @param own    headers of the portal's own; each replaces the client's header of that name, an empty one removes it
     * @throws NoResponseException when the server does not respond
     */
    void forward(
            String name, URI server, HttpServletRequest request, HttpServletResponse response, Map<String, String> own)
            throws IOException {
        http.send(name, forwarded(server, request, own), answer -> {
            writeResponse(server, answer, response);
            return true;
        });
    }

    private HttpRequest forwarded(URI server, HttpServletRequest request, Map<String, String> own) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new RequestRefusedException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", Map.of("mostBytes", MAX_BODY_BYTES));
        }
        String query = request.getQueryString();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        target(server + request.getRequestURI() + (query == null ? "" : "?" + query)))
                .timeout(TIMEOUT)
                .method(
                        request.getMethod(),
                        body.length == 0 ? HttpRequest.BodyPublishers.noBody() : new BufferedBody(body));
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!NOT_FORWARDED.contains(name) && own.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                Collections.list(request.getHeaders(name)).forEach(value -> forwarded.header(name, value));
            }
        }
        CookieHeader.without(request.getHeader("Cookie"), "PORTAL", "__Host-PORTAL")
                .ifPresent(cookies -> forwarded.header("Cookie", cookies));
        own.forEach((name, value) -> {
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

    private void writeResponse(URI server, HttpResponse<InputStream> answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            // HTTP/2 pseudo-headers cannot appear: the client speaks HTTP/1.1.
            if (!NOT_FORWARDED.contains(name) && !name.equalsIgnoreCase("Location")) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        if (!response.containsHeader("Referrer-Policy")) {
            response.setHeader("Referrer-Policy", "same-origin");
        }
        answer.headers()
                .firstValue("Location")
                .ifPresent(to -> response.setHeader("Location", publicLocation(server, to)));
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        answer.body().transferTo(response.getOutputStream());
    }

    private String publicLocation(URI server, String location) {
        String inner = server.toString();
        return location.startsWith(inner) ? settings.at(location.substring(inner.length())) : location;
    }

    private static Set<String> insensitive(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(set, names);
        return set;
    }
}
