package nl.klimrek.learningbudgets.deciding;

import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of whoever decides. */
@RestController
@RequestMapping("/api/learning-budgets/requests")
class ToDecideController {

    private static final String ME = "me";

    private final RequestsToDecide waiting;

    ToDecideController(RequestsToDecide waiting) {
        this.waiting = waiting;
    }

    /** @param toDecide whose list; everybody sees their own only, so {@code me} */
    @GetMapping(params = "toDecide")
    Page<OpenRequest> toDecide(@RequestParam String toDecide, ListRequest asked, Caller caller) {
        if (!ME.equals(toDecide)) {
            throw new RequestRefusedException(HttpStatus.FORBIDDEN, "forbidden");
        }
        return Page.of(waiting.of(caller), OpenRequest::id, asked);
    }
}
