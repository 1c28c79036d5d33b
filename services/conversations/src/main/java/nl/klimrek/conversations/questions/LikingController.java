package nl.klimrek.conversations.questions;

import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller likes questions; nobody else's to know or set. It works on sheets that were not begun yet. */
@RestController
@RequestMapping("/api/questions/mode")
class LikingController {

    private final AggregateStore<Liking> likings;

    LikingController(AggregateStore<Liking> likings) {
        this.likings = likings;
    }

    @GetMapping
    Liking mine(Caller caller) {
        return likings.find(key(caller)).map(Versioned::state).orElse(Liking.ANY);
    }

    @PostMapping
    ResponseEntity<Liking> choose(@RequestBody Liking liking, Caller caller, MessageContext cause) {
        Versioned<Liking> chosen = likings.handle(
                key(caller),
                cause,
                found -> liking.equals(found.orElse(Liking.ANY)) ? Decision.unchanged() : Decision.accept(liking));
        return ETags.ok(chosen.state() == null ? liking : chosen.state(), chosen);
    }

    private static Key key(Caller caller) {
        return Key.of(caller.organisation(), caller.person());
    }
}
