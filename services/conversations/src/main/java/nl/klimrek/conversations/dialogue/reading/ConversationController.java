package nl.klimrek.conversations.dialogue.reading;

import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.reading.ConversationView.AgendaView;
import nl.klimrek.conversations.dialogue.reading.ConversationView.CarriedOver;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads one conversation. The two participants read all of it. HR reads only its status, and of one outside the line not even
 * that (rule 7), nobody else anything.
 */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {

    private final Participation participation;
    private final ConversationViewBuilder reading;
    private final OpenAgreementFinder agreements;
    private final ConversationAccessLog looks;
    private final AccessControl access;

    ConversationController(
            Participation participation,
            ConversationViewBuilder reading,
            OpenAgreementFinder agreements,
            ConversationAccessLog looks,
            AccessControl access) {
        this.participation = participation;
        this.reading = reading;
        this.agreements = agreements;
        this.looks = looks;
        this.access = access;
    }

    @GetMapping("{id}")
    ResponseEntity<ConversationView> one(@PathVariable String id, Caller caller, Locale language) {
        Versioned<Conversation> found = participation.find(caller, id);
        Conversation now = found.state();
        ConversationView view = participation
                .sideOf(caller, now)
                .map(side -> whole(caller, now, side, language))
                .orElseGet(() -> forHr(caller, now));
        return ETags.ok(view, found);
    }

    /** Agreements of the caller's conversations that are still to be kept, from either side. */
    @GetMapping("agreements/open")
    Page<CarriedOver> open(ListRequest asked, Caller caller) {
        return Page.of(agreements.of(caller.organisation(), caller.person()), CarriedOver::id, asked);
    }

    /** What is to be talked about: points of either side, and by itself what is still to be kept from before. */
    @GetMapping("{id}/agenda")
    AgendaView agenda(@PathVariable String id, Caller caller) {
        Conversation now = participation.find(caller, id).state();
        Side side = participation.require(caller, now);
        looks.table(caller, now, side);
        List<CarriedOver> carriedOver = agreements.before(caller.organisation(), now, side);
        if (side == Side.COUNTERPART && !carriedOver.isEmpty()) {
            looks.record(caller, now, side, "AGREEMENTS");
        }
        return reading.agenda(now, carriedOver);
    }

    private ConversationView forHr(Caller caller, Conversation now) {
        access.hr(caller);
        if (now.participants().relation().outsideTheLine()) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        looks.facts(caller, now);
        return reading.facts(now);
    }

    private ConversationView whole(Caller caller, Conversation now, Side side, Locale language) {
        List<CarriedOver> carriedOver = agreements.before(caller.organisation(), now, side);
        ConversationView view = reading.whole(caller.organisation(), now, side, carriedOver, language);
        looks.whole(caller, now, side, view);
        return view;
    }
}
