package nl.klimrek.portal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.upstream.Service;
import nl.klimrek.portal.upstream.ServiceAway;
import nl.klimrek.portal.upstream.Upstreams;
import nl.klimrek.servicekit.command.HttpSettings;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.tracing.Correlation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Passes a request on as it came: method, path, query, body and the headers of {@link PassedHeaders}, among them the
 * caller's token, which the service verifies. The answer streams back. Bodies were read and bounded before this, except
 * those of files, which stream to the service and are bounded there.
 */
@Controller
class GatewayController {
    /** What walks over much at once and is given longer. */
    private static final Pattern LONG = Pattern.compile(".*/(imports?|export|plan|replan|verify|recompute)(/.*)?");

    private final Upstreams upstreams;
    private final PortalSettings settings;
    private final HttpSettings http;

    GatewayController(Upstreams upstreams, PortalSettings settings, HttpSettings http) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.http = http;
    }

    @RequestMapping("/api/**")
    void pass(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Service owner = Service.owning(request.getRequestURI())
                .orElseThrow(() -> new RequestRefusedException(HttpStatus.NOT_FOUND, "not-found"));
        try (StreamedBody body = new StreamedBody(request.getInputStream())) {
            try {
                upstreams.ask(owner, forwarded(owner, request, body), answer -> {
                    giveBack(answer, owner, response);
                    return null;
                });
            } catch (ServiceAway away) {
                body.check();
                throw away;
            }
        }
    }

    private HttpRequest forwarded(Service owner, HttpServletRequest request, StreamedBody body) throws IOException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(target(owner, request))
                .timeout(patience(request.getRequestURI()))
                .method(request.getMethod(), publisher(request, body))
                .header(Correlation.HEADER, Correlation.of(request))
                .header(Correlation.TRACE_HEADER, Correlation.traceOf(request).toString());
        for (String name : PassedHeaders.IN) {
            Optional.ofNullable(request.getHeader(name)).ifPresent(value -> forwarded.header(name, value));
        }
        // The verified token: the caller's own, or what the portal gave in place of a foreign issuer's.
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller) {
            forwarded.setHeader(
                    HttpHeaders.AUTHORIZATION, "Bearer " + caller.getToken().getTokenValue());
        }
        return forwarded.build();
    }

    private HttpRequest.BodyPublisher publisher(HttpServletRequest request, StreamedBody body) throws IOException {
        if (!http.streams(request.getRequestURI())
                || !request.getMethod().equals("POST")
                || request.getContentLengthLong() == 0) {
            byte[] whole = body.readAllBytes();
            return whole.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(whole);
        }
        HttpRequest.BodyPublisher streamed = BodyPublishers.ofInputStream(() -> body);
        long length = request.getContentLengthLong();
        return length > 0 ? BodyPublishers.fromPublisher(streamed, length) : streamed;
    }

    private URI target(Service owner, HttpServletRequest request) {
        String query = request.getQueryString();
        try {
            return upstreams.address(owner, request.getRequestURI() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException unreadable) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "request-invalid");
        }
    }

    private Duration patience(String path) {
        if (http.streams(path)) {
            return settings.fileTimeOut();
        }
        return LONG.matcher(path).matches() ? settings.longTimeOut() : settings.timeOut();
    }

    private void giveBack(HttpResponse<InputStream> answer, Service owner, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        for (String name : PassedHeaders.OUT) {
            answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value));
        }
        answer.headers().firstValue("Location").ifPresent(to -> response.setHeader("Location", outward(owner, to)));
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        answer.body().transferTo(response.getOutputStream());
    }

    /** A service may name itself by its inner address; nobody outside reaches that. */
    private String outward(Service owner, String location) {
        String inner = upstreams.address(owner, "").toString();
        return location.startsWith(inner) ? settings.at(location.substring(inner.length())) : location;
    }
}
