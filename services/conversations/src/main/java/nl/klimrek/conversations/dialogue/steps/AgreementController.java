package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.conversations.dialogue.Agreement;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.roster.Roster;
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

/** What was agreed, what became of it, and closing. */
@RestController
@RequestMapping("/api/conversations/{id}")
class AgreementController {

    private final Participation participation;
    private final Roster roster;

    AgreementController(Participation participation, Roster roster) {
        this.participation = participation;
        this.roster = roster;
    }

    record NewAgreement(
            @NotBlank @Size(max = 2000) String text,
            @NotNull AgreementOwner owner,
            @NotNull LocalDate dueDate) {}

    /** @param noActionReason why nothing was agreed; absent where there is an agreement */
    record Closing(@Size(max = 2000) String noActionReason) {}

    @PostMapping("agreements")
    ResponseEntity<AgreementAnswer> agree(
            @PathVariable String id, @Valid @RequestBody NewAgreement body, Caller caller, MessageContext cause) {
        Agreement made =
                Agreement.made(CommandIdGenerator.newId(cause), Words.of(body.text()), body.owner(), body.dueDate());
        Versioned<Conversation> taken =
                participation.take(caller, id, cause, (now, side) -> now.agree(made, today(caller, now)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(taken.version()))
                .body(AgreementAnswer.of(taken, made.id()));
    }

    @PostMapping("agreements/{agreement}/keeping")
    ResponseEntity<AgreementAnswer> keep(
            @PathVariable String id, @PathVariable String agreement, Caller caller, MessageContext cause) {
        Versioned<Conversation> taken =
                participation.take(caller, id, cause, (now, side) -> now.keep(agreement, today(caller, now)));
        return ETags.ok(AgreementAnswer.of(taken, agreement), taken);
    }

    @PostMapping("agreements/{agreement}/dropping")
    ResponseEntity<AgreementAnswer> drop(
            @PathVariable String id,
            @PathVariable String agreement,
            @Valid @RequestBody Dropping body,
            Caller caller,
            MessageContext cause) {
        Words reason = Words.of(body.reason());
        Versioned<Conversation> taken = participation.take(
                caller,
                id,
                cause,
                (now, side) -> now.drop(agreement, reason, now.participants().counterpart()));
        return ETags.ok(AgreementAnswer.of(taken, agreement), taken);
    }

    @PostMapping("closing")
    ResponseEntity<StepAnswer> close(
            @PathVariable String id,
            @Valid @RequestBody(required = false) Closing body,
            Caller caller,
            MessageContext cause) {
        boolean reasoned = body != null
                && body.noActionReason() != null
                && !body.noActionReason().isBlank();
        Words noAction = reasoned ? Words.of(body.noActionReason()) : null;
        return participation.answer(caller, id, cause, (now, side) -> now.close(noAction));
    }

    private LocalDate today(Caller caller, Conversation now) {
        return roster.today(caller.organisation(), now.participants().employee());
    }
}
