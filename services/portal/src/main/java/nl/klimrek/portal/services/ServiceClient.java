package nl.klimrek.portal.services;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.gateway.UpstreamClient;
import nl.klimrek.portal.gateway.UpstreamUnavailableException;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.servicekit.tracing.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Calls the services for one reader. Every call carries the reader's own token and language, so a page shows nothing that its
 * reader could not request. Unknown fields and values of responses are ignored.
 */
@Component
public final class ServiceClient {
    private final UpstreamClient upstreams;
    private final PortalSettings settings;
    private final MessageSource messages;
    private final ObjectMapper json = ContractJson.mapper();

    ServiceClient(UpstreamClient upstreams, PortalSettings settings, MessageSource messages) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * One page of a list.
     *
     * @param next where the next page begins, as {@code after} of the request; null on the last page
     */
    public record Rows<T>(List<T> items, @Nullable String next) {
        public Rows {
            items = items == null ? List.of() : items;
        }
    }

    /** Gets what is at a path. */
    public <T> Section<T> get(Viewer viewer, Upstream service, String path, Class<T> type) {
        return send(viewer, service, path, json.constructType(type), request -> request.GET(), settings.pageTimeOut());
    }

    /** Gets the result of an operation that takes long. */
    public <T> Section<T> getWithLongTimeout(Viewer viewer, Upstream service, String path, Class<T> type) {
        return send(viewer, service, path, json.constructType(type), request -> request.GET(), settings.longTimeOut());
    }

    /** Gets the first page of a list. */
    public <T> Section<List<T>> list(Viewer viewer, Upstream service, String path, Class<T> type) {
        return rows(viewer, service, path, type).map(Rows::items);
    }

    /** Gets one page of a list, and where the next begins. */
    public <T> Section<Rows<T>> rows(Viewer viewer, Upstream service, String path, Class<T> type) {
        JavaType rows = TypeFactory.defaultInstance().constructParametricType(Rows.class, type);
        return send(viewer, service, path, rows, request -> request.GET(), settings.pageTimeOut());
    }

    /**
     * Sends a command.
     *
     * @param body may be null
     * @param headers key and version that came with the form
     */
    public <T> Section<T> post(
            Viewer viewer,
            Upstream service,
            String path,
            @Nullable JsonNode body,
            CommandHeaders headers,
            Class<T> type) {
        return command(viewer, service, "POST", path, Body.of(body), headers, type);
    }

    /** Replaces what is at a path; the arguments are those of {@link #post}. */
    public <T> Section<T> put(
            Viewer viewer, Upstream service, String path, JsonNode body, CommandHeaders headers, Class<T> type) {
        return command(viewer, service, "PUT", path, Body.of(body), headers, type);
    }

    /** Deletes what is at a path. */
    public <T> Section<T> delete(Viewer viewer, Upstream service, String path, CommandHeaders headers, Class<T> type) {
        return command(viewer, service, "DELETE", path, Body.of(null), headers, type);
    }

    /** Posts a file, which streams to the service. */
    public <T> Section<T> upload(
            Viewer viewer,
            Upstream service,
            String path,
            String contentType,
            InputStream file,
            CommandHeaders headers,
            Class<T> type) {
        BodyPublisher body = BodyPublishers.ofInputStream(() -> file);
        return command(viewer, service, "POST", path, new Body(contentType, body), headers, type);
    }

    /** Replaces what is at a path by a small file. */
    public <T> Section<T> putFile(
            Viewer viewer,
            Upstream service,
            String path,
            String contentType,
            byte[] file,
            CommandHeaders headers,
            Class<T> type) {
        BodyPublisher body = BodyPublishers.ofByteArray(file);
        return command(viewer, service, "PUT", path, new Body(contentType, body), headers, type);
    }

    /** @param contentType null for a request without a body */
    private record Body(@Nullable String contentType, BodyPublisher content) {
        static Body of(@Nullable JsonNode json) {
            return json == null
                    ? new Body(null, BodyPublishers.noBody())
                    : new Body("application/json", BodyPublishers.ofString(json.toString()));
        }
    }

    private <T> Section<T> command(
            Viewer viewer,
            Upstream service,
            String method,
            String path,
            Body body,
            CommandHeaders headers,
            Class<T> type) {
        return send(
                viewer,
                service,
                path,
                json.constructType(type),
                request -> {
                    request.header("Idempotency-Key", headers.key());
                    if (headers.etag() != null && !headers.etag().isBlank()) {
                        request.header("If-Match", headers.etag());
                    }
                    if (body.contentType() != null) {
                        request.header("Content-Type", body.contentType());
                    }
                    return request.method(method, body.content());
                },
                settings.longTimeOut());
    }

    private interface Completion {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private <T> Section<T> send(
            Viewer viewer, Upstream service, String path, JavaType type, Completion completion, Duration timeout) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(upstreams.address(service, path))
                    .timeout(timeout)
                    .header("Authorization", "Bearer " + viewer.token())
                    .header("Accept-Language", viewer.language().toLanguageTag())
                    .header("Accept", "application/json, application/problem+json");
            Correlation.served().ifPresent(ServerTimingInterceptor::count);
            Correlation.served()
                    .ifPresent(page -> request.header(Correlation.HEADER, Correlation.of(page))
                            .header(
                                    Correlation.TRACE_HEADER,
                                    Correlation.traceOf(page).toString()));
            return upstreams.send(service, completion.of(request).build(), answer -> section(answer, type));
        } catch (UpstreamUnavailableException | IOException noAnswer) {
            return Section.failed(unavailable(viewer, service, noAnswer));
        }
    }

    private <T> Section<T> section(HttpResponse<InputStream> answer, JavaType type) throws IOException {
        int status = answer.statusCode();
        if (status < 200 || status >= 300) {
            return Section.failed(trouble(status, answer.body().readAllBytes()));
        }
        byte[] body = answer.body().readAllBytes();
        T value = body.length == 0 ? null : json.readValue(body, type);
        return Section.of(value, answer.headers().firstValue("ETag").orElse(null));
    }

    Trouble trouble(int status, byte[] body) throws IOException {
        JsonNode problem = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        Map<String, String> errors = new LinkedHashMap<>();
        problem.path("errors")
                .forEach(error -> errors.putIfAbsent(
                        error.path("field").asText(), error.path("message").asText()));
        return new Trouble(
                status,
                problem.path("code").asText("status-" + status),
                problem.path("title").asText(""),
                problem.path("detail").asText(""),
                true,
                errors,
                problem.has("details") ? problem.path("details").toString() : "");
    }

    Trouble unavailable(Viewer viewer, Upstream service, Exception noAnswer) {
        boolean slow = noAnswer instanceof UpstreamUnavailableException unavailable
                && unavailable.reason() == UpstreamUnavailableException.Reason.SLOW;
        String name = messages.getMessage("service." + service.id(), null, service.id(), viewer.language());
        return new Trouble(
                slow ? 504 : 503,
                slow ? "service-slow" : "service-away",
                messages.getMessage("away.title", new Object[] {name}, viewer.language()),
                messages.getMessage(slow ? "away.slow" : "away.detail", null, viewer.language()),
                false);
    }
}
