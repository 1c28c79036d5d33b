package nl.klimrek.servicekit.watch.asking;

import nl.klimrek.contracts.people.PeopleDisclosed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes one event of each request. */
@KlimrekService
public class AskingService {
    record Asked(String person, String words) {}

    @Bean
    AggregateStore<Asked> asked(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("asked", Asked.class, Asked::person));
    }

    @Bean
    DisclosedEventFactory disclosedEvent() {
        return PeopleDisclosed::new;
    }

    @RestController
    static class AskController {
        private final AggregateStore<Asked> asked;

        AskController(AggregateStore<Asked> asked) {
            this.asked = asked;
        }

        @PostMapping("/api/asks")
        String ask(Caller caller, @RequestBody Asked body, MessageContext cause) {
            String id = CommandIdGenerator.newId(cause);
            asked.handle(
                    Key.of(caller.organisation(), id),
                    cause,
                    none -> Decision.accept(
                            body, new PeopleDisclosed(caller.person(), body.person(), "ASKED", "SELF")));
            return id;
        }
    }
}
