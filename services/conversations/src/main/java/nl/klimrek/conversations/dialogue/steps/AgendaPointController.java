package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.PreparationSteps;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
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
class AgendaPointController {

    private final Participation participation;

    AgendaPointController(Participation participation) {
        this.participation = participation;
    }

    record NewPoint(@NotBlank @Size(max = 500) String text) {}

    /** Where it is; facts only. */
    record PointAnswer(String id, String conversation, Side by) {}

    @PostMapping
    ResponseEntity<PointAnswer> add(
            @PathVariable String id, @Valid @RequestBody NewPoint body, Caller caller, MessageContext context) {
        String point = CommandIdGenerator.newId(context);
        PrivateText words = PrivateText.of(body.text());
        Versioned<Conversation> after = participation.take(
                caller,
                id,
                context,
                (now, side) -> PreparationSteps.addPoint(now, new AgendaPoint(point, side, words)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(after.version()))
                .body(new PointAnswer(point, id, participation.require(caller, after.state())));
    }

    @PostMapping("{point}/removal")
    ResponseEntity<StepResponse> remove(
            @PathVariable String id, @PathVariable String point, Caller caller, MessageContext context) {
        return participation.respond(
                caller, id, context, (now, side) -> PreparationSteps.removePoint(now, side, point));
    }
}
