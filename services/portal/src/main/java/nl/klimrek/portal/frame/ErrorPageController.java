package nl.klimrek.portal.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import nl.klimrek.servicekit.problem.ProblemFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers failures outside controllers: a page to browsers, a problem to other clients. */
@Controller
class ErrorPageController implements ErrorController {
    private final ProblemFactory problems;
    private final MessageSource messages;

    ErrorPageController(ProblemFactory problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/login/failed")
    ModelAndView loginFailed(Locale language) {
        return PageFailureAdvice.page(
                401,
                messages.getMessage("login.failed", null, language),
                messages.getMessage("login.failed.detail", null, language),
                language);
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, Locale language) {
        HttpStatus status = status(request);
        String title =
                messages.getMessage("problem.status." + status.value(), null, status.getReasonPhrase(), language);
        return PageFailureAdvice.page(
                status.value(),
                title,
                status == HttpStatus.PAYLOAD_TOO_LARGE ? messages.getMessage("too-large.detail", null, language) : "",
                language);
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        String code =
                status == HttpStatus.NOT_FOUND ? "not-found" : status.is4xxClientError() ? "request-invalid" : "failed";
        return ResponseEntity.status(status).body(problems.of(status, code, Map.of(), request));
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
