package nl.klimrek.servicekit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.klimrek.servicekit.tracing.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Builds problem details (RFC 9457) in the reader's language. Texts come from the bundles: {@code problem.<code>} is the
 * title and {@code problem.<code>.detail} the explanation, where <code>{name}</code> stands for a detail of that name. A code without
 * a text gets the text of its status.
 */
public final class ProblemFactory {
    private static final String TYPE = "https://klimrek.nl/problems/";
    private final MessageSource messages;
    private final LocaleResolver locales;

    public ProblemFactory(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    /**
     * Makes a problem detail in the language of the request.
     *
     * @param details codes and figures shown under {@code details} and filled into the text
     */
    public ProblemDetail of(
            HttpStatusCode status, String code, Map<String, Object> details, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title(status, code, details, locale));
        problem.setDetail(text("problem." + code + ".detail", details, locale));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("code", code);
        problem.setProperty("correlationId", Correlation.of(request));
        if (!details.isEmpty()) {
            problem.setProperty("details", details);
        }
        return problem;
    }

    /** A 400 that names every wrong field at once. */
    public ProblemDetail ofFields(String code, List<FieldProblem> errors, HttpServletRequest request) {
        ProblemDetail problem = of(HttpStatusCode.valueOf(400), code, Map.of(), request);
        problem.setProperty("errors", errors);
        return problem;
    }

    /** One wrong field, its message taken from {@code field.<code>}. */
    public FieldProblem field(String field, String code, HttpServletRequest request) {
        String message = text("field." + code, Map.of(), locales.resolveLocale(request));
        return new FieldProblem(field, code, message == null ? code : message);
    }

    /** Any text of the bundles with its details filled in; null when there is none. */
    public @Nullable String sentence(String key, Map<String, Object> details, HttpServletRequest request) {
        return text(key, details, locales.resolveLocale(request));
    }

    private @Nullable String title(HttpStatusCode status, String code, Map<String, Object> details, Locale locale) {
        String own = text("problem." + code, details, locale);
        return own != null ? own : text("problem.status." + status.value(), details, locale);
    }

    private @Nullable String text(String key, Map<String, Object> details, Locale locale) {
        String text = messages.getMessage(key, null, null, locale);
        if (text == null) {
            return null;
        }
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return text;
    }
}
