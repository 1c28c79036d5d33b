package nl.klimrek.conversations.feedback;

import java.util.Comparator;
import java.util.List;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.feedback.FeedbackView.Shared;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the employee shared of colleagues' answers in one conversation, for its two sides as they stand now. */
@RestController
class SharedFeedbackController {

    private final FeedbackService requests;
    private final Participation participation;
    private final DisclosureLog disclosures;

    SharedFeedbackController(FeedbackService requests, Participation participation, DisclosureLog disclosures) {
        this.requests = requests;
        this.participation = participation;
        this.disclosures = disclosures;
    }

    @GetMapping("/api/conversations/{id}/feedback")
    Page<Shared> sharedIn(@PathVariable String id, ListRequest asked, Caller caller) {
        Conversation now = participation.find(caller, id).state();
        Side side = participation.sideOf(caller, now).orElseThrow(() -> new RefusedException(Refusal.of("forbidden")));
        List<Shared> shared = requests.sharedIn(caller, id).stream()
                .map(one -> Shared.of(one, one.sharedIn(id).orElseThrow().questions()))
                .sorted(Comparator.comparing(Shared::id))
                .toList();
        if (side == Side.COUNTERPART && !shared.isEmpty()) {
            disclosures.record(caller, now.participants().employee(), "FEEDBACK", AccessRight.SHARED);
        }
        return Page.of(shared, Shared::id, asked);
    }
}
