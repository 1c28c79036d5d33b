package nl.klimrek.standalone.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves the mailbox over HTTP. {@code GET /mail} lists the newest messages first ({@code
 * ?after=<id>&limit=<1..200>}, default 50), {@code GET /mail/<id>} shows one, and {@code GET /mail/<id>.eml} returns
 * it raw. The first two return JSON for {@code Accept: application/json}, otherwise a page.
 *
 * <p>Shows only the mail of the organisation that the portal names in {@value #ORGANISATION}; without that header no
 * mail.
 */
final class MailboxHandler implements HttpHandler {

    private static final Pattern MESSAGE_PATH = Pattern.compile("/mail/([^/.]+)(\\.eml)?");
    private static final Pattern PARAMETER = Pattern.compile("(after|limit)=([A-Za-z0-9-]+)");
    private static final String ORGANISATION = "X-Klimrek-Organisation";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** One page of the list; {@code next} is null on the last page. */
    record Page(List<MailMessage.Line> items, @Nullable String next) {}

    private final MailFolder folder;
    private final String prefix;
    private final MailParser reader = new MailParser();
    private final ObjectMapper json = new ObjectMapper();

    /** @param prefix prefix of every path, which links in pages omit */
    MailboxHandler(MailFolder folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(prefix.length());
            Matcher match = MESSAGE_PATH.matcher(path);
            if (!"GET".equals(exchange.getRequestMethod()) && !"HEAD".equals(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                respond(exchange, 405, "text/plain; charset=utf-8", new byte[0]);
            } else if (path.equals("/mail") || path.equals("/mail/")) {
                list(exchange);
            } else if (match.matches()) {
                showMessage(exchange, MailId.parse(match.group(1)), match.group(2) != null);
            } else {
                notFound(exchange);
            }
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange);
        int limit = limit(asked.get("limit"));
        String organisation = organisation(exchange);
        List<MailMessage.Line> lines = new ArrayList<>();
        for (MailId id : folder.newest(MailId.parse(asked.get("after")), Integer.MAX_VALUE)) {
            if (lines.size() > limit) {
                break;
            }
            folder.read(id)
                    .map(bytes -> reader.read(id, bytes))
                    .filter(mail -> mail.isOf(organisation))
                    .ifPresent(mail -> lines.add(mail.line()));
        }
        Page page = lines.size() > limit
                ? new Page(
                        List.copyOf(lines.subList(0, limit)),
                        lines.get(limit - 1).id())
                : new Page(lines, null);
        if (wantsJson(exchange)) {
            respond(exchange, 200, "application/json", json.writeValueAsBytes(page));
        } else {
            html(exchange, 200, view(exchange).list(page.items(), page.next()));
        }
    }

    private void showMessage(HttpExchange exchange, Optional<MailId> id, boolean raw) throws IOException {
        Optional<byte[]> found = id.isPresent() ? folder.read(id.get()) : Optional.empty();
        Optional<byte[]> bytes =
                found.filter(message -> reader.read(id.get(), message).isOf(organisation(exchange)));
        if (bytes.isEmpty()) {
            notFound(exchange);
        } else if (raw) {
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"message.eml\"");
            respond(exchange, 200, "message/rfc822", bytes.get());
        } else if (wantsJson(exchange)) {
            respond(exchange, 200, "application/json", json.writeValueAsBytes(reader.read(id.get(), bytes.get())));
        } else {
            html(exchange, 200, view(exchange).message(reader.read(id.get(), bytes.get())));
        }
    }

    private void notFound(HttpExchange exchange) throws IOException {
        html(exchange, 404, view(exchange).missing());
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> found = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            Matcher parameter = PARAMETER.matcher(pair);
            if (parameter.matches()) {
                found.put(parameter.group(1), parameter.group(2));
            }
        }
        return found;
    }

    private static int limit(@Nullable String asked) {
        return asked != null && asked.matches("\\d{1,6}")
                ? Math.max(1, Math.min(MAX_LIMIT, Integer.parseInt(asked)))
                : DEFAULT_LIMIT;
    }

    private static String organisation(HttpExchange exchange) {
        String named = exchange.getRequestHeaders().getFirst(ORGANISATION);
        return named == null ? "" : named;
    }

    private static boolean wantsJson(HttpExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        return accept != null && accept.contains("application/json");
    }

    private static MailHtml view(HttpExchange exchange) {
        return new MailHtml(exchange.getRequestHeaders().getFirst("Accept-Language"));
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        respond(exchange, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        boolean bodiless = body.length == 0 || "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
