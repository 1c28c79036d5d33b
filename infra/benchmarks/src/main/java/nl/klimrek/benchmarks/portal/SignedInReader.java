package nl.klimrek.benchmarks.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A signed-in browser: keeps cookies, accepts compression, follows redirects. */
final class SignedInReader {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private SignedInReader(String base) {
        this.base = base;
    }

    /** Signs a demo person in with the password in the data folder. */
    static SignedInReader of(String base, Path data, String person) throws IOException, InterruptedException {
        SignedInReader reader = new SignedInReader(base);
        HttpResponse<byte[]> login = reader.get("/me");
        Matcher csrf = CSRF.matcher(text(login));
        String form = "username=" + person + "&password="
                + encoded(Files.readString(data.resolve("secrets/password-" + person))
                        .strip()) + (csrf.find() ? "&_csrf=" + encoded(csrf.group(1)) : "");
        HttpResponse<byte[]> answer = reader.http.send(
                HttpRequest.newBuilder(login.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || answer.uri().getPath().startsWith("/identity")) {
            throw new IllegalStateException(person + " could not sign in: " + answer.statusCode() + " at "
                    + answer.uri().getPath());
        }
        return reader;
    }

    /** Bytes of an answer as they went over the wire. */
    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html")
                        .header("Accept-Encoding", "gzip")
                        .header("Accept-Language", "nl")
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean packed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] body =
                packed ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
