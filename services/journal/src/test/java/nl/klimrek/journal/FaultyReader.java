package nl.klimrek.journal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** A service that counts events, and fails for organisations until its code is repaired for them. */
final class FaultyReader implements AutoCloseable {

    /** Number of effects. */
    record Effects(int count) {}

    private final AggregateStore<Effects> effects;
    private final Set<Organisation> broken = ConcurrentHashMap.newKeySet();
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

    FaultyReader(Journals journals, String group) {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", journals.backend().bootstrapServers());
        effects = journals.instance(0)
                .bean(AggregateStoreFactory.class)
                .create(AggregateType.readDocument("effects", Effects.class));
        producers = new DefaultKafkaProducerFactory<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        EventHandlers handlers = new EventHandlers(group, new ContractCatalogue()).on(PersonLeft.class, this::left);
        container = new InboxContainerFactory(kafka, new KafkaTemplate<>(producers), new ContractCatalogue())
                .create(handlers, 1);
        container.start();
    }

    void breakFor(String organisation) {
        broken.add(new Organisation(organisation));
    }

    void repairFor(String organisation) {
        broken.remove(new Organisation(organisation));
    }

    int effects(String organisation, String person) {
        return effects.find(Key.of(new Organisation(organisation), person))
                .map(Versioned::state)
                .map(Effects::count)
                .orElse(0);
    }

    private void left(PersonLeft left, EventMeta event) {
        if (broken.contains(event.organisation())) {
            throw new IllegalStateException("not repaired yet");
        }
        effects.handle(
                Key.of(event.organisation(), left.person()),
                MessageContext.event(event),
                before -> Decision.accept(new Effects(before.map(Effects::count).orElse(0) + 1)));
    }

    @Override
    public void close() {
        container.stop();
        producers.destroy();
    }
}
