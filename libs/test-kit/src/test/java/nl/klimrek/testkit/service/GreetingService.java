package nl.klimrek.testkit.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.events.ContractCatalogue;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.testkit.events.EventPublisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A service of one greeting, which reads events of people. */
@KlimrekService
@RestController
class GreetingService {

    /** Read by the broker's declarations as one of the readers of people's topic. */
    static final String NAME = "insights";

    private final Clock clock;
    private final List<String> joined = new CopyOnWriteArrayList<>();

    GreetingService(Clock clock) {
        this.clock = clock;
    }

    record Greeting(String person, String organisation, Instant at) {}

    record Wish(String text) {}

    @GetMapping("/api/greeting")
    ResponseEntity<Greeting> greet(Caller caller) {
        return ResponseEntity.ok()
                .eTag("7")
                .body(new Greeting(caller.actor(), caller.organisation().value(), clock.instant()));
    }

    @PostMapping("/api/greeting")
    String wish(@RequestHeader("Idempotency-Key") String key, @RequestBody Wish wish) {
        return "\"" + key + " " + wish.text() + "\"";
    }

    @GetMapping("/api/joined")
    List<String> joined() {
        return joined;
    }

    @Bean
    static EventHandlers joining(
            ObjectProvider<GreetingService> service, @Value("${spring.kafka.bootstrap-servers}") String broker) {
        return new EventHandlers(NAME, new ContractCatalogue())
                .on(
                        PersonJoined.class,
                        (event, meta) -> service.getObject().joined.add(event.person()))
                .on(PersonLeft.class, (event, meta) -> service.getObject().leave(event, meta, broker));
    }

    /** The team of a person is how many more follow, one after the other. */
    private void leave(PersonLeft left, EventMeta meta, String broker) {
        int more = Integer.parseInt(Objects.requireNonNullElse(left.team(), "0"));
        if (more > 0) {
            PersonLeft next = new PersonLeft(left.person(), "" + (more - 1), left.manager(), left.endDate());
            EventPublisher.to(broker).publish(meta.organisation().value(), next);
        } else {
            joined.add("last after " + left.person());
        }
    }
}
