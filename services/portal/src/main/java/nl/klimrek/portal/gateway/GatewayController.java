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
 * Forwards a request to the service that owns its path, unchanged: method, path, query, body and {@link ForwardedHeaders},
 * among them the caller's token. The response streams back. Other bodies were read and bounded before; a file streams to the
 * service, which bounds it.
 */
@Controller
class GatewayController {
    /** Paths of operations that take long and get the long time-out. */
    private static final Pattern SLOW_PATHS =
            Pattern.compile(".*/(imports?|export|plan|replan|verify|recompute)(/.*)?");

    private final UpstreamClient upstreams;
    private final PortalSettings settings;
    private final HttpSettings http;

    GatewayController(UpstreamClient upstreams, PortalSettings settings, HttpSettings http) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.http = http;
    }

    @RequestMapping("/api/**")
    void forward(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Upstream owner = Upstream.owning(request.getRequestURI())
                .orElseThrow(() -> new RequestRefusedException(HttpStatus.NOT_FOUND, "not-found"));
        try (RequestBodyStream body = new RequestBodyStream(request.getInputStream())) {
            try {
                upstreams.send(owner, forwarded(owner, request, body), answer -> {
                    writeResponse(answer, owner, response);
                    return true;
                });
            } catch (UpstreamUnavailableException unavailable) {
                body.check();
                throw unavailable;
            }
        }
    }

    private HttpRequest forwarded(Upstream owner, HttpServletRequest request, RequestBodyStream body)
            throws IOException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(target(owner, request))
                .timeout(timeout(request.getRequestURI()))
                .method(request.getMethod(), publisher(request, body))
                .header(Correlation.HEADER, Correlation.of(request))
                .header(Correlation.TRACE_HEADER, Correlation.traceOf(request).toString());
        for (String name : ForwardedHeaders.REQUEST) {
            Optional.ofNullable(request.getHeader(name)).ifPresent(value -> forwarded.header(name, value));
        }
        // The verified token: the caller's own, or what the portal gave in place of a foreign issuer's.
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller) {
            forwarded.setHeader(
                    HttpHeaders.AUTHORIZATION, "Bearer " + caller.getToken().getTokenValue());
        }
        return forwarded.build();
    }

    private HttpRequest.BodyPublisher publisher(HttpServletRequest request, RequestBodyStream body) throws IOException {
        if (!http.streams(request.getRequestURI())
                || !request.getMethod().equals("POST")
                || request.getContentLengthLong() == 0) {
            byte[] whole = body.readAllBytes();
            return whole.length == 0 ? BodyPublishers.noBody() : new BufferedBody(whole);
        }
        HttpRequest.BodyPublisher streamed = BodyPublishers.ofInputStream(() -> body);
        long length = request.getContentLengthLong();
        return length > 0 ? BodyPublishers.fromPublisher(streamed, length) : streamed;
    }

    private URI target(Upstream owner, HttpServletRequest request) {
        String query = request.getQueryString();
        try {
            return upstreams.address(owner, request.getRequestURI() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException unreadable) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "request-invalid");
        }
    }

    private Duration timeout(String path) {
        if (http.streams(path)) {
            return settings.fileTimeOut();
        }
        return SLOW_PATHS.matcher(path).matches() ? settings.longTimeOut() : settings.timeOut();
    }

    private void writeResponse(HttpResponse<InputStream> answer, Upstream owner, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        for (String name : ForwardedHeaders.RESPONSE) {
            answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value));
        }
        answer.headers()
                .firstValue("Location")
                .ifPresent(to -> response.setHeader("Location", publicLocation(owner, to)));
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        answer.body().transferTo(response.getOutputStream());
    }

    /** Replaces the inner address of a service, which clients cannot reach, by the portal's. */
    private String publicLocation(Upstream owner, String location) {
        String inner = upstreams.address(owner, "").toString();
        return location.startsWith(inner) ? settings.at(location.substring(inner.length())) : location;
    }
}
