package nl.klimrek.learningbudgets.worklist;

import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows deciders their own worklist. */
@RestController
@RequestMapping("/api/learning-budgets/requests")
class DecisionWorklistController {

    private static final String ME = "me";

    private final DecisionWorklist worklist;

    DecisionWorklistController(DecisionWorklist worklist) {
        this.worklist = worklist;
    }

    /** @param toDecide always {@code me}, because deciders see only their own list */
    @GetMapping(params = "toDecide")
    Page<PendingRequest> toDecide(@RequestParam String toDecide, ListRequest page, Caller caller) {
        if (!ME.equals(toDecide)) {
            throw new RequestRefusedException(HttpStatus.FORBIDDEN, "forbidden");
        }
        return worklist.findFor(caller, page);
    }
}
