package nl.klimrek.conversations.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.conversations.handover.HandoverView.HandoverLine;
import nl.klimrek.conversations.handover.HandoverView.Moving;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The employee decides what the new manager may read; the new manager reads it. */
@RestController
@RequestMapping("/api/conversations/handovers")
class HandoverController {

    private final HandoverService handovers;
    private final HandoverContents moving;
    private final DisclosureLog disclosures;

    HandoverController(HandoverService handovers, HandoverContents moving, DisclosureLog disclosures) {
        this.handovers = handovers;
        this.moving = moving;
        this.disclosures = disclosures;
    }

    /**
     * @param agreements ids of the open agreements whose words the new manager may read; absent for none
     * @param statement the employee's own words; may be absent
     */
    record Approval(
            @Size(max = 200) Set<@NotBlank String> agreements,
            @Size(max = 5000) String statement) {}

    /** The caller's own hand-overs and those to the caller, the newest first. */
    @GetMapping
    Page<HandoverLine> mine(ListRequest asked, Caller caller) {
        List<HandoverLine> lines = handovers.of(caller).stream()
                .map(HandoverLine::of)
                .sorted(Comparator.comparing(HandoverLine::effectiveOn)
                        .reversed()
                        .thenComparing(HandoverLine::id))
                .toList();
        return Page.of(lines, HandoverLine::id, asked);
    }

    @GetMapping("{id}")
    ResponseEntity<HandoverView> one(@PathVariable String id, Caller caller) {
        Versioned<Handover> found = handovers.find(caller, id);
        Handover now = found.state();
        boolean own = handovers.isEmployee(caller, now);
        if (!own) {
            disclosures.record(caller, now.employee(), "HANDOVER", AccessRight.MANAGER);
            handovers.received(caller, now);
        }
        Organisation organisation = caller.organisation();
        List<Moving> agreements = moving.agreements(
                organisation, now, one -> own || now.packet().agreements().contains(one));
        return ETags.ok(HandoverView.of(now, agreements, moving.conversations(organisation, now)), found);
    }

    @PostMapping("{id}/approval")
    ResponseEntity<HandoverLine> approve(
            @PathVariable String id, @Valid @RequestBody Approval body, Caller caller, MessageContext context) {
        boolean said = body.statement() != null && !body.statement().isBlank();
        Set<String> chosen = body.agreements() == null ? Set.of() : body.agreements();
        HandoverPacket packet = new HandoverPacket(chosen, said ? PrivateText.of(body.statement()) : null);
        boolean known = chosen.isEmpty()
                || open(caller.organisation(), handovers.find(caller, id).state())
                        .containsAll(chosen);
        return line(handovers.decide(
                caller, id, context, now -> known ? now.approve(packet) : Decision.refuse("agreement-unknown")));
    }

    @PostMapping("{id}/withholding")
    ResponseEntity<HandoverLine> withhold(@PathVariable String id, Caller caller, MessageContext context) {
        return line(handovers.decide(caller, id, context, Handover::withhold));
    }

    private Set<String> open(Organisation organisation, Handover now) {
        return moving.agreements(organisation, now, id -> false).stream()
                .map(Moving::id)
                .collect(Collectors.toSet());
    }

    private static ResponseEntity<HandoverLine> line(Versioned<Handover> taken) {
        return ETags.ok(HandoverLine.of(taken.state()), taken);
    }
}
