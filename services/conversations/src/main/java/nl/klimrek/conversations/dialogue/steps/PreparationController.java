package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.klimrek.conversations.dialogue.PreparationSteps;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.preparation.PreparationAnswer;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Preparing, each side for itself, and sharing it when its author wants to. */
@RestController
@RequestMapping("/api/conversations/{id}/preparation")
class PreparationController {

    private final Participation participation;
    private final QuestionnaireService sheets;

    PreparationController(Participation participation, QuestionnaireService sheets) {
        this.participation = participation;
        this.sheets = sheets;
    }

    record Draft(@NotEmpty @Size(max = 20) List<@Valid @NotNull DraftAnswer> answers) {}

    record DraftAnswer(
            @NotBlank @Size(max = 100) String question,
            @NotBlank @Size(max = 5000) String text) {}

    @PostMapping
    ResponseEntity<StepResponse> prepare(
            @PathVariable String id, @Valid @RequestBody Draft body, Caller caller, MessageContext context) {
        return participation.respond(caller, id, context, (now, side) -> {
            Questionnaire sheet = sheets.of(caller.organisation(), now, side);
            List<PreparationAnswer> answers = body.answers().stream()
                    .map(answer -> new PreparationAnswer(
                            answer.question(),
                            sheets.seen(caller.organisation(), now, answer.question())
                                    .version(),
                            answer.text().strip()))
                    .toList();
            return PreparationSteps.prepare(now, side, sheet, Preparation.draft(sheet.template(), answers));
        });
    }

    @PostMapping("sharing")
    ResponseEntity<StepResponse> share(@PathVariable String id, Caller caller, MessageContext context) {
        return participation.respond(caller, id, context, (now, side) -> PreparationSteps.share(now, side));
    }

    @PostMapping("sharing/withdrawal")
    ResponseEntity<StepResponse> unshare(@PathVariable String id, Caller caller, MessageContext context) {
        return participation.respond(caller, id, context, (now, side) -> PreparationSteps.unshare(now, side));
    }
}
