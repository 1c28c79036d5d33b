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
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import nl.klimrek.journal.chain.RecordedEvent;
import nl.klimrek.journal.parked.DeadLetterReader;
import nl.klimrek.journal.parked.DeadLetterTopic;
import nl.klimrek.journal.parked.ParkedRecordFinder;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Configures the consumer group {@code journal-dead-letters}, which reads every dead-letter topic and the journal's own events. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    static final String GROUP = "journal-dead-letters";
    private static final List<Class<? extends Record>> EVENTS =
            List.of(DeadLetterParked.class, DeadLetterReplayed.class, DeadLetterDiscarded.class);

    @Bean
    ParkedRecordFinder parkedRecords(KafkaClientSettings kafka) {
        return new ParkedRecordFinder(kafka.consumer());
    }

    @Bean
    DeadLetterService deadLetterBox(
            AggregateStoreFactory stores, ParkedRecordFinder records, JournalStore journal, EventCatalogue catalogue) {
        AggregateType<DeadLetter> type = new AggregateType<>("dead-letters", DeadLetter.class, letter -> "journal");
        WaitingDeadLetters waiting = new WaitingDeadLetters(
                stores.create(AggregateType.readDocument("waiting-dead-letters", WaitingDeadLetterPage.class)));
        return new DeadLetterService(
                stores.create(type),
                waiting,
                records,
                (organisation, id) -> journal.contains(
                        organisation, RecordedEvent.erasureIdentity(catalogue.sourceOf(Topics.DIRECTORY), id)));
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> deadLetterInbox(
            DeadLetterService service,
            ParkedRecordFinder records,
            EventCatalogue catalogue,
            DeadLetterProperties properties,
            KafkaClientSettings kafka,
            ProducerFactory<byte[], byte[]> producers) {
        KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
        DeadLetterReader arrivals = new DeadLetterReader(catalogue, properties.unattributed());
        EventHandlers handlers = new EventHandlers(GROUP, catalogue);
        DeadLetterTopic.all()
                .forEach(topic -> handlers.onRaw(topic.name(), record -> service.park(arrivals.read(record))));
        handlers.on(DeadLetterReplayed.class, new DeadLetterReplayer(service, records, template)::onReplayed);
        EVENTS.forEach(type ->
                handlers.on(type, (data, event) -> service.updateWaiting(event.organisation(), event.subject())));
        return new InboxContainerFactory(kafka.consumer(), template, catalogue).create(handlers, 1);
    }

    @Bean
    RefusalStatus deadLetterStatus() {
        return RefusalStatus.of(Map.of("dead-letter-expired", HttpStatus.GONE));
    }
}
