package nl.klimrek.conversations.feedback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.feedback.FeedbackView.FeedbackLine;
import nl.klimrek.conversations.feedback.FeedbackView.Whole;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The colleague answers or declines; the employee reads, shares or takes the question back. */
@RestController
@RequestMapping("/api/conversations/feedback")
class FeedbackController {

    private final FeedbackService requests;
    private final Participation participation;
    private final DisclosureLog disclosures;

    FeedbackController(FeedbackService requests, Participation participation, DisclosureLog disclosures) {
        this.requests = requests;
        this.participation = participation;
        this.disclosures = disclosures;
    }

    /** @param answers one to each question, in the questions' order */
    record Answers(@NotEmpty @Size(max = 5) List<@NotBlank @Size(max = 5000) String> answers) {}

    /** @param questions numbers, from 1, of the answers to share; absent for all */
    record ShareRequest(
            @NotBlank String conversation, @Size(max = 5) Set<@NotNull Integer> questions) {}

    /** What colleagues wait for from the caller, the earliest due first. */
    @GetMapping("to-give")
    Page<FeedbackLine> toGive(ListRequest asked, Caller caller) {
        List<FeedbackLine> lines = requests.waitingFor(caller).stream()
                .map(FeedbackLine::of)
                .sorted(Comparator.comparing(FeedbackLine::dueDate).thenComparing(FeedbackLine::id))
                .toList();
        return Page.of(lines, FeedbackLine::id, asked);
    }

    @GetMapping("{id}")
    ResponseEntity<Whole> one(@PathVariable String id, Caller caller) {
        Versioned<Feedback> found = requests.find(caller, id);
        Feedback now = found.state();
        if (!caller.person().equals(now.employee())) {
            disclosures.record(caller, now.employee(), "FEEDBACK_QUESTIONS", AccessRight.PARTICIPANT);
            return ETags.ok(Whole.forColleague(now), found);
        }
        if (now.answers() != null) {
            disclosures.record(caller, now.colleague(), "FEEDBACK", AccessRight.PARTICIPANT);
        }
        return ETags.ok(Whole.forEmployee(now), found);
    }

    @PostMapping("{id}/answer")
    ResponseEntity<FeedbackLine> give(
            @PathVariable String id, @Valid @RequestBody Answers body, Caller caller, MessageContext context) {
        FeedbackTexts given = FeedbackTexts.of(body.answers());
        return line(requests.takeAsColleague(caller, id, context, now -> now.give(given)));
    }

    @PostMapping("{id}/decline")
    ResponseEntity<FeedbackLine> decline(@PathVariable String id, Caller caller, MessageContext context) {
        return line(requests.takeAsColleague(caller, id, context, Feedback::decline));
    }

    @PostMapping("{id}/withdrawal")
    ResponseEntity<FeedbackLine> withdraw(@PathVariable String id, Caller caller, MessageContext context) {
        return line(requests.takeAsEmployee(caller, id, context, Feedback::withdraw));
    }

    /** Shares with the other side of one of the employee's own conversations, as long as that is not over. */
    @PostMapping("{id}/sharing")
    ResponseEntity<FeedbackLine> share(
            @PathVariable String id, @Valid @RequestBody ShareRequest body, Caller caller, MessageContext context) {
        Conversation in = participation.find(caller, body.conversation()).state();
        if (participation.sideOf(caller, in).filter(Side.EMPLOYEE::equals).isEmpty()) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        Set<Integer> numbers = body.questions() == null ? Set.of() : body.questions();
        Function<Feedback, Decision<Feedback>> step = in.status().ended()
                        || in.participants().counterpartGone()
                ? now -> Decision.refuse("feedback-conversation-over")
                : now -> now.share(body.conversation(), in.participants().counterpart(), numbers);
        return line(requests.takeAsEmployee(caller, id, context, step));
    }

    private static ResponseEntity<FeedbackLine> line(Versioned<Feedback> taken) {
        return ETags.ok(FeedbackLine.of(taken.state()), taken);
    }
}
