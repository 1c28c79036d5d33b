package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Point;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Putting points on the agenda, and taking one's own off. */
@RestController
@RequestMapping("/api/conversations/{id}/agenda")
class PointController {

    private final Participation participation;

    PointController(Participation participation) {
        this.participation = participation;
    }

    record NewPoint(@NotBlank @Size(max = 500) String text) {}

    /** Where it is; facts only. */
    record PointAnswer(String id, String conversation, Side by) {}

    @PostMapping
    ResponseEntity<PointAnswer> add(
            @PathVariable String id, @Valid @RequestBody NewPoint body, Caller caller, MessageContext cause) {
        String point = CommandIdGenerator.newId(cause);
        Words words = Words.of(body.text());
        Versioned<Conversation> taken =
                participation.take(caller, id, cause, (now, side) -> now.addPoint(new Point(point, side, words)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(taken.version()))
                .body(new PointAnswer(point, id, participation.require(caller, taken.state())));
    }

    @PostMapping("{point}/removal")
    ResponseEntity<StepAnswer> remove(
            @PathVariable String id, @PathVariable String point, Caller caller, MessageContext cause) {
        return participation.answer(caller, id, cause, (now, side) -> now.removePoint(side, point));
    }
}
