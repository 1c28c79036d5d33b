package nl.klimrek.standalone.demo.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens pages and sends their forms as a browser without scripts does: somebody from outside has pages and no API. */
public final class GuestBrowser {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * A page that was shown.
     *
     * @param address where the browser ended
     * @param html its source
     */
    public record Page(URI address, int status, String html) {}

    /** Opens an address. */
    public Page open(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** Sends the form of a page that goes to this path, with these fields filled in. */
    public Page submit(Page page, String path, Map<String, String> typed) {
        Matcher form = Pattern.compile("<form[^>]*action=\"" + Pattern.quote(path) + "\".*?</form>", Pattern.DOTALL)
                .matcher(page.html());
        DemoFailure.unless(form.find(), "The page %s has no form for %s.", page.address(), path);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.group());
        while (hidden.find()) {
            fields.put(
                    hidden.group(1),
                    hidden.group(2) == null
                            ? ""
                            : hidden.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
        }
        fields.putAll(typed);
        return send(HttpRequest.newBuilder(page.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(
                    request.timeout(TIMEOUT)
                            .header("Accept", "text/html")
                            .header("Accept-Language", "nl")
                            .build(),
                    BodyHandlers.ofString());
            return new Page(answer.uri(), answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new PlatformNotRunning(
                    "The portal does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.");
        }
    }
}
