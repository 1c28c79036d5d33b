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

/**
 * The mailbox over HTTP: {@code GET /mail} lists the newest first ({@code ?after=<id>&limit=<1..200>}, default 50),
 * {@code GET /mail/<id>} shows one, {@code GET /mail/<id>.eml} gives it as it came. The first two answer with JSON when
 * asked to ({@code Accept: application/json}), else with a page. Anything else: 404, or 405 for another method.
 *
 * <p>Shows the mail of one organisation, which the portal names in {@value #ORGANISATION} after somebody of it signed in;
 * without one there is no mail at all.
 */
final class MailboxPages implements HttpHandler {

    private static final Pattern ONE = Pattern.compile("/mail/([^/.]+)(\\.eml)?");
    private static final Pattern PARAMETER = Pattern.compile("(after|limit)=([A-Za-z0-9-]+)");
    private static final String ORGANISATION = "X-Klimrek-Organisation";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    /** A part of the list and where it goes on; {@code next} is null at the end. */
    record Page(List<Mail.Line> items, String next) {}

    private final MailFolder folder;
    private final String prefix;
    private final MailReader reader = new MailReader();
    private final ObjectMapper json = new ObjectMapper();

    /** @param prefix of every path, which the links in a page leave out */
    MailboxPages(MailFolder folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(prefix.length());
            Matcher one = ONE.matcher(path);
            if (!"GET".equals(exchange.getRequestMethod()) && !"HEAD".equals(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                answer(exchange, 405, "text/plain; charset=utf-8", new byte[0]);
            } else if (path.equals("/mail") || path.equals("/mail/")) {
                list(exchange);
            } else if (one.matches()) {
                one(exchange, MailId.parse(one.group(1)), one.group(2) != null);
            } else {
                missing(exchange);
            }
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange);
        int limit = limit(asked.get("limit"));
        String organisation = organisation(exchange);
        List<Mail.Line> lines = new ArrayList<>();
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
            answer(exchange, 200, "application/json", json.writeValueAsBytes(page));
        } else {
            html(exchange, 200, view(exchange).list(page.items(), page.next()));
        }
    }

    private void one(HttpExchange exchange, Optional<MailId> id, boolean raw) throws IOException {
        Optional<byte[]> found = id.isPresent() ? folder.read(id.get()) : Optional.empty();
        Optional<byte[]> bytes =
                found.filter(message -> reader.read(id.get(), message).isOf(organisation(exchange)));
        if (bytes.isEmpty()) {
            missing(exchange);
        } else if (raw) {
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"message.eml\"");
            answer(exchange, 200, "message/rfc822", bytes.get());
        } else if (wantsJson(exchange)) {
            answer(exchange, 200, "application/json", json.writeValueAsBytes(reader.read(id.get(), bytes.get())));
        } else {
            html(exchange, 200, view(exchange).message(reader.read(id.get(), bytes.get())));
        }
    }

    private void missing(HttpExchange exchange) throws IOException {
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

    private static int limit(String asked) {
        return asked != null && asked.matches("\\d{1,6}")
                ? Math.max(1, Math.min(MOST, Integer.parseInt(asked)))
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

    private static MailView view(HttpExchange exchange) {
        return new MailView(exchange.getRequestHeaders().getFirst("Accept-Language"));
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        answer(exchange, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
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
