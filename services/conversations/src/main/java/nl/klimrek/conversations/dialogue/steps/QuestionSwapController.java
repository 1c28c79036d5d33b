package nl.klimrek.conversations.dialogue.steps;

import nl.klimrek.conversations.dialogue.PreparationSteps;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Swapping a question of one's own sheet for the next best; the other side's sheet stays as it is. */
@RestController
@RequestMapping("/api/conversations/{id}/questions/{question}/swap")
class QuestionSwapController {

    private final Participation participation;
    private final QuestionnaireService sheets;

    QuestionSwapController(Participation participation, QuestionnaireService sheets) {
        this.participation = participation;
        this.sheets = sheets;
    }

    @PostMapping
    ResponseEntity<StepResponse> swap(
            @PathVariable String id, @PathVariable String question, Caller caller, MessageContext context) {
        return participation.respond(caller, id, context, (now, side) -> {
            Questionnaire sheet = sheets.of(caller.organisation(), now, side);
            return PreparationSteps.swap(
                    now,
                    side,
                    sheet,
                    question,
                    sheets.other(caller.organisation(), now, side, sheet, question)
                            .orElse(null));
        });
    }
}
