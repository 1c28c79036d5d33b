package nl.klimrek.journal.deadletters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.klimrek.contracts.journal.DiscardReason;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.journal.timeline.Oversight;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters of the caller's organisation. HR and auditors see them; HR replays or discards them. */
@RestController
@RequestMapping("/api/journal/dead-letters")
class DeadLetterController {

    private final DeadLetterService service;
    private final DeadLetterViewMapper mapper;

    DeadLetterController(DeadLetterService service, DeadLetterViewMapper mapper) {
        this.service = service;
        this.mapper = mapper;
    }

    /**
     * @param items waiting dead letters, oldest first
     * @param next value for {@code after}; null on the last page
     * @param waiting number of waiting dead letters
     */
    record DeadLetterList(
            List<DeadLetterView> items, @Nullable String next, int waiting) {}

    /** @param reason reason for discarding; {@code EXPIRED} is reserved for the journal itself */
    record Discard(@NotNull DiscardReason reason) {}

    @GetMapping
    DeadLetterList waiting(ListRequest page, Caller caller, HttpServletRequest request) {
        Oversight.require(caller);
        Page<DeadLetter> letters = service.waiting(caller.organisation(), page);
        return new DeadLetterList(
                letters.items().stream()
                        .map(letter -> mapper.view(letter, request))
                        .toList(),
                letters.next(),
                service.countWaiting(caller.organisation()));
    }

    @GetMapping("{id}")
    ResponseEntity<DeadLetterView> find(@PathVariable String id, Caller caller, HttpServletRequest request) {
        Oversight.require(caller);
        return answer(service.find(caller.organisation(), id), request);
    }

    /** Replays a record to the group that parked it. A replay under way is not repeated. */
    @PostMapping("{id}/replay")
    ResponseEntity<DeadLetterView> replay(
            @PathVariable String id, Caller caller, MessageContext context, HttpServletRequest request) {
        requireHr(caller);
        return answer(service.replay(caller.organisation(), id, context), request);
    }

    @PostMapping("{id}/discard")
    ResponseEntity<DeadLetterView> discard(
            @PathVariable String id,
            @Valid @RequestBody Discard discard,
            Caller caller,
            MessageContext context,
            HttpServletRequest request) {
        requireHr(caller);
        if (discard.reason() == DiscardReason.EXPIRED) {
            throw new RefusedException(Refusal.of("discard-reason-forbidden"));
        }
        return answer(service.discard(caller.organisation(), id, discard.reason(), context), request);
    }

    private ResponseEntity<DeadLetterView> answer(Versioned<DeadLetter> letter, HttpServletRequest request) {
        return ETags.ok(mapper.view(letter.state(), request), letter);
    }

    /** Auditors may only read. */
    private static void requireHr(Caller caller) {
        if (!caller.is(Role.HR)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
    }
}
