package nl.klimrek.portal.reader;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.reader.Section.Trouble;
import nl.klimrek.portal.upstream.Service;
import nl.klimrek.portal.upstream.ServiceAway;
import nl.klimrek.portal.upstream.Upstreams;
import nl.klimrek.servicekit.tracing.Correlation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The services as one reader sees them: every call carries the reader's own token and language, so a page can show nothing
 * that its reader could not ask for. Unknown fields and values of answers are ignored.
 */
@Component
public final class Services {
    private final Upstreams upstreams;
    private final PortalSettings settings;
    private final MessageSource messages;
    private final ObjectMapper json = ContractJson.mapper();

    Services(Upstreams upstreams, PortalSettings settings, MessageSource messages) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * One page of a list.
     *
     * @param next where the next page begins, as {@code after} of the request; null on the last page
     */
    public record Rows<T>(List<T> items, String next) {
        public Rows {
            items = items == null ? List.of() : items;
        }
    }

    /** What is at a path. */
    public <T> Section<T> get(Viewer viewer, Service service, String path, Class<T> type) {
        return ask(viewer, service, path, json.constructType(type), request -> request.GET(), settings.pageTimeOut());
    }

    /** The same, of something that walks over much at once. */
    public <T> Section<T> getPatiently(Viewer viewer, Service service, String path, Class<T> type) {
        return ask(viewer, service, path, json.constructType(type), request -> request.GET(), settings.longTimeOut());
    }

    /** The entries of a list, at most those of its first page. */
    public <T> Section<List<T>> list(Viewer viewer, Service service, String path, Class<T> type) {
        return rows(viewer, service, path, type).map(Rows::items);
    }

    /** One page of a list, and where the next begins. */
    public <T> Section<Rows<T>> rows(Viewer viewer, Service service, String path, Class<T> type) {
        JavaType rows = TypeFactory.defaultInstance().constructParametricType(Rows.class, type);
        return ask(viewer, service, path, rows, request -> request.GET(), settings.pageTimeOut());
    }

    /**
     * Sends a command.
     *
     * @param body may be null
     * @param form key and version that came with the form
     */
    public <T> Section<T> post(
            Viewer viewer, Service service, String path, JsonNode body, FormKey form, Class<T> type) {
        return change(viewer, service, "POST", path, body, form, type);
    }

    /** Puts something in the place of what was there; the arguments are those of {@link #post}. */
    public <T> Section<T> put(Viewer viewer, Service service, String path, JsonNode body, FormKey form, Class<T> type) {
        return change(viewer, service, "PUT", path, body, form, type);
    }

    /** Takes something away. */
    public <T> Section<T> delete(Viewer viewer, Service service, String path, FormKey form, Class<T> type) {
        return change(viewer, service, "DELETE", path, null, form, type);
    }

    /** Sends a file as it is. */
    public <T> Section<T> upload(
            Viewer viewer,
            Service service,
            String path,
            String contentType,
            InputStream file,
            FormKey form,
            Class<T> type) {
        return ask(
                viewer,
                service,
                path,
                json.constructType(type),
                request -> request.header("Idempotency-Key", form.key())
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file)),
                settings.longTimeOut());
    }

    /** Puts a small file in the place of what was there. */
    public <T> Section<T> putFile(
            Viewer viewer, Service service, String path, String contentType, byte[] file, FormKey form, Class<T> type) {
        return ask(
                viewer,
                service,
                path,
                json.constructType(type),
                request -> request.header("Idempotency-Key", form.key())
                        .header("Content-Type", contentType)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(file)),
                settings.longTimeOut());
    }

    private <T> Section<T> change(
            Viewer viewer, Service service, String method, String path, JsonNode body, FormKey form, Class<T> type) {
        return ask(
                viewer,
                service,
                path,
                json.constructType(type),
                request -> {
                    request.header("Idempotency-Key", form.key());
                    if (form.etag() != null && !form.etag().isBlank()) {
                        request.header("If-Match", form.etag());
                    }
                    return body == null
                            ? request.method(method, HttpRequest.BodyPublishers.noBody())
                            : request.header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
                },
                settings.longTimeOut());
    }

    private interface Finish {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private <T> Section<T> ask(
            Viewer viewer, Service service, String path, JavaType type, Finish finish, Duration patience) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(upstreams.address(service, path))
                    .timeout(patience)
                    .header("Authorization", "Bearer " + viewer.token())
                    .header("Accept-Language", viewer.language().toLanguageTag())
                    .header("Accept", "application/json, application/problem+json");
            Correlation.served().ifPresent(ServiceRequests::count);
            Correlation.served()
                    .ifPresent(page -> request.header(Correlation.HEADER, Correlation.of(page))
                            .header(
                                    Correlation.TRACE_HEADER,
                                    Correlation.traceOf(page).toString()));
            return upstreams.ask(service, finish.of(request).build(), answer -> section(answer, type));
        } catch (ServiceAway | IOException noAnswer) {
            return Section.failed(away(viewer, service, noAnswer));
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

    Trouble away(Viewer viewer, Service service, Exception noAnswer) {
        boolean slow = noAnswer instanceof ServiceAway away && away.why() == ServiceAway.Why.SLOW;
        String name = messages.getMessage("service." + service.id(), null, service.id(), viewer.language());
        return new Trouble(
                slow ? 504 : 503,
                slow ? "service-slow" : "service-away",
                messages.getMessage("away.title", new Object[] {name}, viewer.language()),
                messages.getMessage(slow ? "away.slow" : "away.detail", null, viewer.language()),
                false);
    }
}
