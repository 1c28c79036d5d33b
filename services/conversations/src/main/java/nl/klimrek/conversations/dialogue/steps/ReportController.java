package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.conversations.dialogue.Balance;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Holding;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.questions.Derived;
import nl.klimrek.conversations.questions.Question;
import nl.klimrek.conversations.questions.Sheets;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** That it took place, what was said, and that both see it so. */
@RestController
@RequestMapping("/api/conversations/{id}")
class ReportController {

    private final Participation participation;
    private final Sheets sheets;
    private final Roster roster;

    ReportController(Participation participation, Sheets sheets, Roster roster) {
        this.participation = participation;
        this.sheets = sheets;
        this.roster = roster;
    }

    /**
     * @param heldAt when; absent for now
     * @param questions ids of the questions actually discussed
     * @param approach only where the questions tell it wrongly; so for horizon and perspective
     */
    record HoldingRequest(
            Instant heldAt,
            @Size(max = 20) List<@NotBlank String> questions,
            Approach approach,
            Horizon horizon,
            Perspective perspective) {}

    record BalanceRequest(Approach approach, Horizon horizon, Perspective perspective) {}

    record Text(@NotBlank @Size(max = 20000) String text) {}

    record Confirmation(@NotNull @Positive Integer version) {}

    @PostMapping("holding")
    ResponseEntity<StepAnswer> hold(
            @PathVariable String id, @Valid @RequestBody HoldingRequest body, Caller caller, MessageContext cause) {
        Instant now = roster.now();
        return participation.answer(
                caller,
                id,
                cause,
                (conversation, side) -> conversation.hold(holding(body, conversation, caller, now), now));
    }

    private Holding holding(HoldingRequest body, Conversation conversation, Caller caller, Instant now) {
        List<String> ids = body.questions() == null ? List.of() : body.questions();
        List<Question> discussed = ids.stream()
                .distinct()
                .map(one -> sheets.seen(caller.organisation(), conversation, one))
                .toList();
        Balance balance =
                Derived.from(discussed).correctedBy(new Balance(body.approach(), body.horizon(), body.perspective()));
        return new Holding(
                body.heldAt() == null ? now : body.heldAt(),
                discussed.stream()
                        .map(one -> new Holding.Discussed(one.id(), one.version()))
                        .toList(),
                balance);
    }

    @PostMapping("holding/correction")
    ResponseEntity<StepAnswer> rebalance(
            @PathVariable String id, @Valid @RequestBody BalanceRequest body, Caller caller, MessageContext cause) {
        Balance said = new Balance(body.approach(), body.horizon(), body.perspective());
        return participation.answer(caller, id, cause, (now, side) -> now.rebalance(said));
    }

    @PostMapping("report")
    ResponseEntity<StepAnswer> report(
            @PathVariable String id, @Valid @RequestBody Text body, Caller caller, MessageContext cause) {
        Words words = Words.of(body.text());
        return participation.answer(caller, id, cause, (now, side) -> now.record(side, words));
    }

    @PostMapping("report/correction")
    ResponseEntity<StepAnswer> correct(
            @PathVariable String id, @Valid @RequestBody Text body, Caller caller, MessageContext cause) {
        Words words = Words.of(body.text());
        return participation.answer(caller, id, cause, (now, side) -> now.correct(side, words));
    }

    @PostMapping("statement")
    ResponseEntity<StepAnswer> state(
            @PathVariable String id, @Valid @RequestBody Text body, Caller caller, MessageContext cause) {
        Words words = Words.of(body.text());
        return participation.answer(caller, id, cause, (now, side) -> now.state(side, words));
    }

    @PostMapping("confirmation")
    ResponseEntity<StepAnswer> confirm(
            @PathVariable String id, @Valid @RequestBody Confirmation body, Caller caller, MessageContext cause) {
        return participation.answer(caller, id, cause, (now, side) -> now.confirm(side, body.version()));
    }
}
