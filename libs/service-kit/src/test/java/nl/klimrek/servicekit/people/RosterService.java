package nl.klimrek.servicekit.people;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.klimrek.contracts.people.PeopleDisclosed;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStores;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.disclosure.DisclosedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Publishes facts about people as the people service does, and keeps a view of them as every other service does. */
@KlimrekService
@Import(PeopleViewConfiguration.class)
class RosterService {
    record Somebody(String person) {
    }

    final List<PeopleDisclosed> looks = new CopyOnWriteArrayList<>();

    @Bean
    AggregateStore<Somebody> source(AggregateStores stores) {
        return stores.of(new AggregateType<>("somebody", Somebody.class, Somebody::person));
    }

    @Bean
    EventHandlers handlers(EventCatalogue catalogue, PeopleView people) {
        return people.register(new EventHandlers("roster", catalogue)).on(PeopleDisclosed.class, (look, meta) -> looks.add(look));
    }

    @Bean
    DisclosedEvent disclosedEvent() {
        return PeopleDisclosed::new;
    }
}
