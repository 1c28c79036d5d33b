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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** ParkedRecord records of the caller's organisation: HR and auditors see them, HR decides what becomes of them. */
@RestController
@RequestMapping("/api/journal/dead-letters")
class DeadLetterController {

    private final DeadLetterService box;
    private final DeadLetterViewMapper views;

    DeadLetterController(DeadLetterService box, DeadLetterViewMapper views) {
        this.box = box;
        this.views = views;
    }

    /**
     * @param items what waits, oldest first
     * @param next what to pass as {@code after}; null on the last page
     * @param waiting how many wait
     */
    record DeadLetterList(List<DeadLetterView> items, String next, int waiting) {}

    /** @param reason why it is not given again; the reason {@code EXPIRED} is the journal's own */
    record Discard(@NotNull DiscardReason reason) {}

    @GetMapping
    DeadLetterList waiting(ListRequest asked, Caller caller, HttpServletRequest request) {
        Oversight.require(caller);
        Page<DeadLetter> page = box.waiting(caller.organisation(), asked);
        return new DeadLetterList(
                page.items().stream().map(letter -> views.view(letter, request)).toList(),
                page.next(),
                box.waits(caller.organisation()));
    }

    @GetMapping("{id}")
    ResponseEntity<DeadLetterView> one(@PathVariable String id, Caller caller, HttpServletRequest request) {
        Oversight.require(caller);
        return shown(box.find(caller.organisation(), id), request);
    }

    /** Gives it again to the group that parked it; what was given again already is not given twice. */
    @PostMapping("{id}/replay")
    ResponseEntity<DeadLetterView> replay(
            @PathVariable String id, Caller caller, MessageContext cause, HttpServletRequest request) {
        requireHr(caller);
        return shown(box.replay(caller.organisation(), id, cause), request);
    }

    @PostMapping("{id}/discard")
    ResponseEntity<DeadLetterView> discard(
            @PathVariable String id,
            @Valid @RequestBody Discard discard,
            Caller caller,
            MessageContext cause,
            HttpServletRequest request) {
        requireHr(caller);
        if (discard.reason() == DiscardReason.EXPIRED) {
            throw new RefusedException(Refusal.of("discard-reason-forbidden"));
        }
        return shown(box.discard(caller.organisation(), id, discard.reason(), cause), request);
    }

    private ResponseEntity<DeadLetterView> shown(Versioned<DeadLetter> letter, HttpServletRequest request) {
        return ETags.ok(views.view(letter.state(), request), letter);
    }

    /** Who only checks changes nothing. */
    private static void requireHr(Caller caller) {
        if (!caller.is(Role.HR)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
    }
}
