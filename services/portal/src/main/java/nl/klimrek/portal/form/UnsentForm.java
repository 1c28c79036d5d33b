package nl.klimrek.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.portal.reader.Viewer;

/**
 * A form that arrived after its session had ended. It waits in the new session until the same person signs in; others
 * never see it.
 *
 * @param by person who saw the form, as the form says; only that person gets its content
 */
public record UnsentForm(
        String by, String at, String form, LinkedHashMap<String, ArrayList<String>> fields, Instant since)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = UnsentForm.class.getName();
    private static final int MAX_CHARACTERS = 1_000_000;

    /**
     * Keeps the form of this request in its session, when it is one of ours and a browser says that it came from our own page.
     *
     * @return the path of the form's page; empty when there is nothing to keep
     */
    public static Optional<String> keep(HttpServletRequest request, Instant now) {
        String at = request.getParameter(FormPost.AT);
        String by = request.getParameter(FormPost.BY);
        if (by == null || !FormPost.isPath(at) || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            return Optional.empty();
        }
        LinkedHashMap<String, ArrayList<String>> fields = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            fields.put(field.getKey(), new ArrayList<>(List.of(field.getValue())));
            for (String value : field.getValue()) {
                size += value.length();
            }
        }
        if (size > MAX_CHARACTERS) {
            return Optional.of(at);
        }
        String form = request.getParameter(FormPost.FORM);
        List.of(FormPost.FORM, FormPost.AT, FormPost.BY, FormPost.KEY, FormPost.ETAG, "_csrf")
                .forEach(fields::remove);
        request.getSession().setAttribute(ATTRIBUTE, new UnsentForm(by, at, form == null ? "" : form, fields, now));
        return Optional.of(at);
    }

    /** Hands over what waits for this reader on this page, once. */
    static Optional<FormDraft> take(HttpServletRequest request, Viewer viewer, String path) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof UnsentForm waiting)) {
            return Optional.empty();
        }
        String page = waiting.at.contains("?") ? waiting.at.substring(0, waiting.at.indexOf('?')) : waiting.at;
        if (!waiting.by.equals(viewer.person())) {
            session.removeAttribute(ATTRIBUTE);
            return Optional.empty();
        }
        if (!page.equals(path)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(new FormDraft(page, waiting.form, null, new LinkedHashMap<>(waiting.fields), waiting.since));
    }
}
