package nl.klimrek.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Keeps forms that were not sent or were refused, and gives each page its own. While the draft store is unavailable
 * only a form from the browser's session comes back.
 */
@Component
public class DraftService {
    private static final Logger LOG = LoggerFactory.getLogger(DraftService.class);
    private final DraftStore drafts;
    private final ReaderFactory readers;
    private final Clock clock;

    DraftService(DraftStore drafts, ReaderFactory readers, Clock clock) {
        this.drafts = drafts;
        this.readers = readers;
        this.clock = clock;
    }

    /** The forms of a page as its reader left them. */
    public PageForms of(Viewer viewer, String path, HttpServletRequest request) {
        @Nullable Trouble trouble = flash(request, CommandSender.TROUBLE) instanceof Trouble told ? told : null;
        String refused = flash(request, CommandSender.REFUSED) instanceof String form ? form : "";
        FormDraft unsent = UnsentForm.take(request, viewer, path).orElse(null);
        if (unsent != null) {
            keep(viewer, unsent);
            trouble = new Trouble(
                    401,
                    "session-ended",
                    readers.of(viewer).say("form.session-ended"),
                    readers.of(viewer).say("form.session-ended.detail"),
                    true);
            refused = unsent.form();
        }
        List<FormDraft> here = here(viewer, path);
        if (unsent != null && here.stream().noneMatch(form -> form.isOf(path, unsent.form()))) {
            here = List.of(unsent);
        }
        return new PageForms(here, trouble, refused);
    }

    void keep(Viewer viewer, FormDraft form) {
        try {
            if (form.hasText()) {
                drafts.keep(viewer, form);
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("A draft could not be kept: {}", unavailable.getClass().getName());
        }
    }

    /** @param answered false when it is not known whether anything was done: then it has to be sent with the same key */
    void keep(FormPost post, boolean answered) {
        keep(
                post.viewer(),
                new FormDraft(
                        page(post.at()), post.form(), answered ? null : post.key(), post.fields(), clock.instant()));
    }

    void forget(FormPost post) {
        try {
            drafts.forget(post.viewer(), page(post.at()), post.form());
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "A draft that was sent could not be forgotten: {}",
                    unavailable.getClass().getName());
        }
    }

    private List<FormDraft> here(Viewer viewer, String path) {
        try {
            return drafts.of(viewer).forms().stream()
                    .filter(form -> form.at().equals(path))
                    .toList();
        } catch (RuntimeException unavailable) {
            LOG.warn("Drafts could not be read: {}", unavailable.getClass().getName());
            return List.of();
        }
    }

    private static @Nullable Object flash(HttpServletRequest request, String name) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : flash.get(name);
    }

    private static String page(String at) {
        int query = at.indexOf('?');
        return query < 0 ? at : at.substring(0, query);
    }
}
