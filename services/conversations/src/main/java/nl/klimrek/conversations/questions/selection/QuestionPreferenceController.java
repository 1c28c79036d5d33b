package nl.klimrek.conversations.questions.selection;

import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The question preference of the caller, whom nobody else can read or set it for. It applies to questionnaires that
 * are not begun yet.
 */
@RestController
@RequestMapping("/api/questions/mode")
class QuestionPreferenceController {

    private final AggregateStore<QuestionPreference> likings;

    QuestionPreferenceController(AggregateStore<QuestionPreference> likings) {
        this.likings = likings;
    }

    @GetMapping
    QuestionPreference mine(Caller caller) {
        return likings.find(key(caller)).map(Versioned::state).orElse(QuestionPreference.ANY);
    }

    @PostMapping
    ResponseEntity<QuestionPreference> choose(
            @RequestBody QuestionPreference liking, Caller caller, MessageContext context) {
        Versioned<QuestionPreference> chosen = likings.handle(
                key(caller),
                context,
                found -> liking.equals(found.orElse(QuestionPreference.ANY))
                        ? Decision.unchanged()
                        : Decision.accept(liking));
        return ETags.ok(chosen.state() == null ? liking : chosen.state(), chosen);
    }

    private static Key key(Caller caller) {
        return Key.of(caller.organisation(), caller.person());
    }
}
