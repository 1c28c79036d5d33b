package nl.klimrek.conversations.dialogue.steps;

import nl.klimrek.conversations.dialogue.Sheet;
import nl.klimrek.conversations.questions.Sheets;
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
class SwapController {

    private final Participation participation;
    private final Sheets sheets;

    SwapController(Participation participation, Sheets sheets) {
        this.participation = participation;
        this.sheets = sheets;
    }

    @PostMapping
    ResponseEntity<StepAnswer> swap(
            @PathVariable String id, @PathVariable String question, Caller caller, MessageContext cause) {
        return participation.answer(caller, id, cause, (now, side) -> {
            Sheet sheet = sheets.of(caller.organisation(), now, side);
            return now.swap(
                    side,
                    sheet,
                    question,
                    sheets.other(caller.organisation(), now, side, sheet, question)
                            .orElse(null));
        });
    }
}
