package nl.klimrek.learningbudgets.worklist;

import nl.klimrek.servicekit.problem.RequestRefused;
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
class DecisionWorklistController {

    private static final String ME = "me";

    private final DecisionWorklist waiting;

    DecisionWorklistController(DecisionWorklist waiting) {
        this.waiting = waiting;
    }

    /** @param toDecide whose list; everybody sees their own only, so {@code me} */
    @GetMapping(params = "toDecide")
    Page<PendingRequest> toDecide(@RequestParam String toDecide, ListRequest asked, Caller caller) {
        if (!ME.equals(toDecide)) {
            throw new RequestRefused(HttpStatus.FORBIDDEN, "forbidden");
        }
        return Page.of(waiting.of(caller), PendingRequest::id, asked);
    }
}
