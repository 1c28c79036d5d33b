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
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.questions.Question;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.conversations.questions.selection.OrientationRule;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
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
    private final QuestionnaireService sheets;
    private final CurrentRoster roster;

    ReportController(Participation participation, QuestionnaireService sheets, CurrentRoster roster) {
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
            @Nullable Instant heldAt,
            @Size(max = 20) List<@NotBlank String> questions,
            Approach approach,
            Horizon horizon,
            Perspective perspective) {}

    record BalanceRequest(Approach approach, Horizon horizon, Perspective perspective) {}

    record Text(@NotBlank @Size(max = 20000) String text) {}

    record Confirmation(@NotNull @Positive Integer version) {}

    @PostMapping("holding")
    ResponseEntity<StepResponse> hold(
            @PathVariable String id, @Valid @RequestBody HoldingRequest body, Caller caller, MessageContext context) {
        Instant now = roster.now();
        return participation.respond(
                caller,
                id,
                context,
                (conversation, side) -> conversation.hold(holding(body, conversation, caller, now), now));
    }

    private MeetingHeld holding(HoldingRequest body, Conversation conversation, Caller caller, Instant now) {
        List<String> ids = body.questions() == null ? List.of() : body.questions();
        List<Question> discussed = ids.stream()
                .distinct()
                .map(one -> sheets.seen(caller.organisation(), conversation, one))
                .toList();
        Orientation balance = OrientationRule.from(discussed)
                .correctedBy(new Orientation(body.approach(), body.horizon(), body.perspective()));
        return new MeetingHeld(
                body.heldAt() == null ? now : body.heldAt(),
                discussed.stream()
                        .map(one -> new MeetingHeld.Discussed(one.id(), one.version()))
                        .toList(),
                balance);
    }

    @PostMapping("holding/correction")
    ResponseEntity<StepResponse> rebalance(
            @PathVariable String id, @Valid @RequestBody BalanceRequest body, Caller caller, MessageContext context) {
        Orientation said = new Orientation(body.approach(), body.horizon(), body.perspective());
        return participation.respond(caller, id, context, (now, side) -> now.rebalance(said));
    }

    @PostMapping("report")
    ResponseEntity<StepResponse> report(
            @PathVariable String id, @Valid @RequestBody Text body, Caller caller, MessageContext context) {
        PrivateText words = PrivateText.of(body.text());
        return participation.respond(caller, id, context, (now, side) -> now.record(side, words));
    }

    @PostMapping("report/correction")
    ResponseEntity<StepResponse> correct(
            @PathVariable String id, @Valid @RequestBody Text body, Caller caller, MessageContext context) {
        PrivateText words = PrivateText.of(body.text());
        return participation.respond(caller, id, context, (now, side) -> now.correct(side, words));
    }

    @PostMapping("statement")
    ResponseEntity<StepResponse> state(
            @PathVariable String id, @Valid @RequestBody Text body, Caller caller, MessageContext context) {
        PrivateText words = PrivateText.of(body.text());
        return participation.respond(caller, id, context, (now, side) -> now.state(side, words));
    }

    @PostMapping("confirmation")
    ResponseEntity<StepResponse> confirm(
            @PathVariable String id, @Valid @RequestBody Confirmation body, Caller caller, MessageContext context) {
        return participation.respond(caller, id, context, (now, side) -> now.confirm(side, body.version()));
    }
}
