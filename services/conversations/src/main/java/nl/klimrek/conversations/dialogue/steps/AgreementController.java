package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was agreed, what became of it, and closing. */
@RestController
@RequestMapping("/api/conversations/{id}")
class AgreementController {

    private final Participation participation;
    private final CurrentRoster roster;

    AgreementController(Participation participation, CurrentRoster roster) {
        this.participation = participation;
        this.roster = roster;
    }

    record NewAgreement(
            @NotBlank @Size(max = 2000) String text,
            @NotNull AgreementOwner owner,
            @NotNull LocalDate dueDate) {}

    /** @param noActionReason why nothing was agreed; absent where there is an agreement */
    record Closing(@Size(max = 2000) @Nullable String noActionReason) {}

    @PostMapping("agreements")
    ResponseEntity<AgreementResponse> agree(
            @PathVariable String id, @Valid @RequestBody NewAgreement body, Caller caller, MessageContext context) {
        Agreement made = Agreement.made(
                CommandIdGenerator.newId(context), PrivateText.of(body.text()), body.owner(), body.dueDate());
        Versioned<Conversation> after =
                participation.take(caller, id, context, (now, side) -> now.agree(made, today(caller, now)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(after.version()))
                .body(AgreementResponse.of(after, made.id()));
    }

    @PostMapping("agreements/{agreement}/keeping")
    ResponseEntity<AgreementResponse> keep(
            @PathVariable String id, @PathVariable String agreement, Caller caller, MessageContext context) {
        Versioned<Conversation> after =
                participation.take(caller, id, context, (now, side) -> now.keep(agreement, today(caller, now)));
        return ETags.ok(AgreementResponse.of(after, agreement), after);
    }

    @PostMapping("agreements/{agreement}/dropping")
    ResponseEntity<AgreementResponse> drop(
            @PathVariable String id,
            @PathVariable String agreement,
            @Valid @RequestBody DropRequest body,
            Caller caller,
            MessageContext context) {
        PrivateText reason = PrivateText.of(body.reason());
        Versioned<Conversation> after = participation.take(
                caller,
                id,
                context,
                (now, side) -> now.drop(agreement, reason, now.participants().counterpart()));
        return ETags.ok(AgreementResponse.of(after, agreement), after);
    }

    @PostMapping("closing")
    ResponseEntity<StepResponse> close(
            @PathVariable String id,
            @Valid @RequestBody(required = false) Closing body,
            Caller caller,
            MessageContext context) {
        String stated = body == null ? null : body.noActionReason();
        PrivateText noAction = stated == null || stated.isBlank() ? null : PrivateText.of(stated);
        return participation.respond(caller, id, context, (now, side) -> now.close(noAction));
    }

    private LocalDate today(Caller caller, Conversation now) {
        return roster.today(caller.organisation(), now.participants().employee());
    }
}
