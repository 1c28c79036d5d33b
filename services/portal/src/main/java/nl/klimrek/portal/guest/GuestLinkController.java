package nl.klimrek.portal.guest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.portal.gateway.UpstreamUnavailableException;
import nl.klimrek.portal.reader.GuestLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind the link of an external coach. Opening it uses nothing up, because mail programs open links too; only the form does.
 * A link that does not work leads to the same page, whatever the reason is.
 */
@Controller
class GuestLinkController {
    static final String LINK = "/guest/link/{link:[A-Za-z0-9_=-]{1,600}}";

    private final GuestLinkClient links;
    private final LinkThrottle throttle;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    GuestLinkController(GuestLinkClient links, LinkThrottle throttle) {
        this.links = links;
        this.throttle = throttle;
    }

    @GetMapping(LINK)
    ModelAndView open(@PathVariable String link, HttpServletRequest request, Locale language) throws IOException {
        if (!throttle.admits(request.getRemoteAddr())) {
            return page("busy", HttpStatus.TOO_MANY_REQUESTS, language, null);
        }
        Optional<GuestAccount> account = links.check(link);
        return account.map(found -> page("link", HttpStatus.OK, language, found).addObject("link", link))
                .orElseGet(() -> unusable(link, language));
    }

    @PostMapping(LINK)
    ModelAndView signIn(
            @PathVariable String link,
            @RequestParam(defaultValue = "false") boolean terms,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        if (!throttle.admits(request.getRemoteAddr())) {
            return page("busy", HttpStatus.TOO_MANY_REQUESTS, language, null);
        }
        Optional<GuestLogin> login = links.signIn(link, terms);
        if (login.isEmpty()) {
            Optional<GuestAccount> waits = links.check(link);
            return waits.map(found -> page("link", HttpStatus.OK, language, found)
                            .addObject("link", link)
                            .addObject("termsMissing", true))
                    .orElseGet(() -> unusable(link, language));
        }
        begin(login.orElseThrow(), request, response);
        return new ModelAndView("redirect:/guest");
    }

    /** Declines the invitation behind the link. */
    @PostMapping(LINK + "/refusal")
    ModelAndView decline(@PathVariable String link, HttpServletRequest request, Locale language) throws IOException {
        if (!throttle.admits(request.getRemoteAddr())) {
            return page("busy", HttpStatus.TOO_MANY_REQUESTS, language, null);
        }
        return links.decline(link) ? page("declined", HttpStatus.OK, language, null) : unusable(link, language);
    }

    /** Sends a new link to the address that this one was sent to. */
    @PostMapping(LINK + "/renewal")
    ModelAndView renew(@PathVariable String link, HttpServletRequest request, Locale language) throws IOException {
        if (!throttle.admits(request.getRemoteAddr())) {
            return page("busy", HttpStatus.TOO_MANY_REQUESTS, language, null);
        }
        links.renew(link);
        return page("renewed", HttpStatus.OK, language, null);
    }

    /** For a guest whose account or session ended. */
    @GetMapping("/guest/over")
    ModelAndView over(Locale language) {
        return page("over", HttpStatus.OK, language, null);
    }

    @ExceptionHandler({UpstreamUnavailableException.class, IOException.class})
    ModelAndView away(Locale language) {
        return page("away", HttpStatus.SERVICE_UNAVAILABLE, language, null);
    }

    /** A new session, so that nobody who knew the one before has this one. */
    private void begin(GuestLogin login, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    private static ModelAndView unusable(String link, Locale language) {
        return page("unusable", HttpStatus.NOT_FOUND, language, null).addObject("link", link);
    }

    private static ModelAndView page(String what, HttpStatus status, Locale language, @Nullable GuestAccount account) {
        Map<String, Object> model = new HashMap<>();
        model.put("language", "nl".equals(language.getLanguage()) ? "nl" : "en");
        model.put("termsMissing", false);
        if (account != null) {
            model.put("account", account);
            model.put(
                    "lastDay",
                    account.lastDay() == null
                            ? ""
                            : account.lastDay().format(DateTimeFormatter.ofPattern("d MMMM yyyy", language)));
        }
        ModelAndView page = new ModelAndView("guest/" + what, model);
        page.setStatus(status);
        return page;
    }
}
