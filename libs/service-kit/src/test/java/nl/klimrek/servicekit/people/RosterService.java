package nl.klimrek.servicekit.people;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import nl.klimrek.contracts.people.PeopleDisclosed;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import org.bson.BsonValue;
import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Publishes facts about people as the people service does, and keeps a view of them as every other service does. */
@KlimrekService
@Import(PeopleProjectionConfiguration.class)
class RosterService {
    record Somebody(String person) {}

    final List<PeopleDisclosed> looks = new CopyOnWriteArrayList<>();

    final AtomicLong commands = new AtomicLong();

    /** Counts what is said to the store about people. */
    @Bean
    MongoClientSettingsBuilderCustomizer counted() {
        return settings -> settings.addCommandListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                BsonValue collection = event.getCommand().get(event.getCommandName());
                if (collection != null
                        && collection.isString()
                        && collection.asString().getValue().startsWith("people_")) {
                    commands.incrementAndGet();
                }
            }
        });
    }

    @Bean
    AggregateStore<Somebody> source(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("somebody", Somebody.class, Somebody::person));
    }

    @Bean
    EventHandlers handlers(EventCatalogue catalogue, PeopleProjection people) {
        return people.register(new EventHandlers("roster", catalogue))
                .on(PeopleDisclosed.class, (look, meta) -> looks.add(look));
    }

    @Bean
    DisclosedEventFactory disclosedEvent() {
        return PeopleDisclosed::new;
    }
}
