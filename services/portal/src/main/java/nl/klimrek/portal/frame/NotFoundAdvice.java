package nl.klimrek.portal.frame;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers unknown addresses with a page. Those below {@code /api} are the gateway's. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class NotFoundAdvice {
    private final MessageSource messages;

    NotFoundAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ModelAndView missing(Locale language) {
        return PageFailureAdvice.page(404, messages.getMessage("problem.status.404", null, language), "", language);
    }
}
