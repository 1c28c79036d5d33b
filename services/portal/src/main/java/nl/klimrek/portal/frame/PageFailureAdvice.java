package nl.klimrek.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.services.PageRefusedException;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.servicekit.tracing.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Shows a failure of a page as a page in the reader's language. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class PageFailureAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(PageFailureAdvice.class);
    private final MessageSource messages;

    PageFailureAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView refused(PageRefusedException refused, Locale language) {
        Trouble trouble = refused.trouble();
        return page(trouble.status(), trouble.title(), trouble.detail(), language);
    }

    @ExceptionHandler
    ModelAndView formRefused(MultipartException refused, HttpServletRequest request, Locale language) {
        int status = refused instanceof MaxUploadSizeExceededException ? 413 : 400;
        return page(
                status,
                messages.getMessage("problem.status." + status, null, language),
                Correlation.of(request),
                language);
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request, Locale language) {
        // Without its message: that may quote what somebody typed.
        LOG.error(
                "Page failed, correlation {}: {} at {}",
                Correlation.of(request),
                failure.getClass().getName(),
                failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
        return page(500, messages.getMessage("problem.status.500", null, language), Correlation.of(request), language);
    }

    static ModelAndView page(int status, String title, String detail, Locale language) {
        ModelAndView page = new ModelAndView(
                "frame/failure",
                Map.of(
                        "language",
                        "nl".equals(language.getLanguage()) ? "nl" : "en",
                        "title",
                        title == null ? "" : title,
                        "detail",
                        detail == null ? "" : detail));
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}
