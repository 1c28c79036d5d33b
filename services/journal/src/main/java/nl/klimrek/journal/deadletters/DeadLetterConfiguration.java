package nl.klimrek.journal.deadletters;

import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.journal.DeadLetterDiscarded;
import nl.klimrek.contracts.journal.DeadLetterParked;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import nl.klimrek.eventing.spring.KafkaClientSettings;
import nl.klimrek.journal.chain.Step;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The consumer group {@code journal-dead-letters}: every dead-letter topic, and the journal's own facts about them. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    static final String GROUP = "journal-dead-letters";
    private static final List<Class<? extends Record>> FACTS =
            List.of(DeadLetterParked.class, DeadLetterReplayed.class, DeadLetterDiscarded.class);

    @Bean
    ParkedRecords parkedRecords(KafkaClientSettings kafka) {
        return new ParkedRecords(kafka.consumer());
    }

    @Bean
    DeadLetterBox deadLetterBox(
            AggregateStoreFactory stores, ParkedRecords records, JournalStore journal, EventCatalogue catalogue) {
        AggregateType<DeadLetter> type = new AggregateType<>("dead-letters", DeadLetter.class, letter -> "journal");
        Waiting waiting =
                new Waiting(stores.create(AggregateType.readDocument("waiting-dead-letters", WaitingPage.class)));
        return new DeadLetterBox(
                stores.create(type),
                waiting,
                records,
                (organisation, id) ->
                        journal.contains(organisation, Step.erasure(catalogue.sourceOf(Topics.DIRECTORY), id)));
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> deadLetterInbox(
            DeadLetterBox box,
            ParkedRecords records,
            EventCatalogue catalogue,
            DeadLetterSettings settings,
            KafkaClientSettings kafka,
            ProducerFactory<byte[], byte[]> producers) {
        KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
        ArrivalReader arrivals = new ArrivalReader(catalogue, settings.organisation());
        EventHandlers handlers = new EventHandlers(GROUP, catalogue);
        DeadLetterTopic.all()
                .forEach(topic -> handlers.onRaw(topic.name(), record -> box.parked(arrivals.read(record))));
        handlers.on(DeadLetterReplayed.class, new GiveAgain(box, records, template)::replayed);
        FACTS.forEach(fact -> handlers.on(fact, (data, event) -> box.settle(event.organisation(), event.subject())));
        return new InboxContainerFactory(kafka.consumer(), template, catalogue).create(handlers, 1);
    }

    @Bean
    RefusalStatus deadLetterStatus() {
        return RefusalStatus.of(Map.of("dead-letter-expired", HttpStatus.GONE));
    }
}
