package nl.klimrek.reminders.unsubscribe;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turns off messages by the link in a message (RFC 8058), without signing in. Opening the link asks; only the POST, which mail
 * programs send as well, turns them off.
 */
@RestController
@RequestMapping("/api/reminders/unsubscribe/{token}")
class UnsubscribeController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final UnsubscribeService service;
    private final UnsubscribePage page;

    UnsubscribeController(UnsubscribeService service, UnsubscribePage page) {
        this.service = service;
        this.page = page;
    }

    @GetMapping
    ResponseEntity<String> ask(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return follow(token, request, locale, link -> page.question(link.groups(), service.language(link)));
    }

    @PostMapping
    ResponseEntity<String> turnOff(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return follow(token, request, locale, link -> {
            service.turnOff(link);
            return page.done(link.groups(), service.language(link));
        });
    }

    /** A browser gets a page in any case, a program a problem where nothing is turned off. */
    private ResponseEntity<String> follow(
            String token, HttpServletRequest request, Locale locale, Function<UnsubscribeLink, String> step) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean browser = accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
        UnsubscribeLink link = service.find(token).orElse(null);
        if (link == null) {
            return refused(HttpStatus.NOT_FOUND, "unsubscribe-unknown", browser, () -> page.unknown(locale));
        }
        return link.groups().isEmpty()
                ? refused(HttpStatus.CONFLICT, "unsubscribe-duty", browser, () -> page.duty(service.language(link)))
                : html(HttpStatus.OK, step.apply(link));
    }

    private static ResponseEntity<String> refused(
            HttpStatus status, String code, boolean browser, Supplier<String> body) {
        if (!browser) {
            throw new RefusedException(Refusal.of(code));
        }
        return html(status, body.get());
    }

    private static ResponseEntity<String> html(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(body);
    }
}
