package nl.klimrek.conversations.dialogue.view;

import java.util.List;
import java.util.Locale;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.dialogue.view.ConversationView.CarriedOver;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.Disclosures;
import nl.klimrek.servicekit.people.Access;
import nl.klimrek.servicekit.people.Right;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading one conversation. The two who talk read its words, HR only where it stands, nobody else anything. */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {

    private final Participation participation;
    private final Reading reading;
    private final OpenAgreements agreements;
    private final Disclosures disclosures;
    private final Access access;

    ConversationController(
            Participation participation, Reading reading, OpenAgreements agreements, Disclosures disclosures, Access access) {
        this.participation = participation;
        this.reading = reading;
        this.agreements = agreements;
        this.disclosures = disclosures;
        this.access = access;
    }

    @GetMapping("{id}")
    ResponseEntity<ConversationView> one(@PathVariable String id, Caller caller, Locale language) {
        Versioned<Conversation> found = participation.find(caller, id);
        Conversation now = found.state();
        ConversationView view = participation.sideOf(caller, now).map(side -> whole(caller, now, side, language))
                .orElseGet(() -> {
                    access.hr(caller);
                    return reading.facts(now);
                });
        return ETags.ok(view, found);
    }

    /** Agreements of the caller's conversations that are still to be kept, from either side. */
    @GetMapping("agreements/open")
    Page<CarriedOver> open(ListRequest asked, Caller caller) {
        return Page.of(agreements.of(caller.organisation(), caller.person()), CarriedOver::id, asked);
    }

    private ConversationView whole(Caller caller, Conversation now, Side side, Locale language) {
        List<CarriedOver> carriedOver = agreements.before(caller.organisation(), now, side);
        ConversationView view = reading.whole(now, side, carriedOver, language);
        disclose(caller, now, side, view.words());
        return view;
    }

    /** What the other wrote, and for the counterpart all that is about the employee, is somebody else's content. */
    private void disclose(Caller caller, Conversation now, Side side, ConversationView.Wording words) {
        String other = now.participants().person(side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE);
        boolean manager = side == Side.COUNTERPART && now.participants().relation() == Relation.LINE;
        Right right = manager ? Right.MANAGER : Right.PARTICIPANT;
        if (words.theirs() != null && words.theirs().answers() != null) {
            disclosures.record(caller, other, "PREPARATION", right);
        }
        if (side == Side.COUNTERPART && !words.reports().isEmpty()) {
            disclosures.record(caller, other, "REPORT", right);
        }
        if (side == Side.COUNTERPART && !(words.agreements().isEmpty() && words.carriedOver().isEmpty())) {
            disclosures.record(caller, other, "AGREEMENTS", right);
        }
    }
}
