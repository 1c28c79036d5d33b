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
import nl.klimrek.eventing.inbox.DeadLetterReplay;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import nl.klimrek.journal.chain.RecordedEvent;
import nl.klimrek.journal.parked.DeadLetterReader;
import nl.klimrek.journal.parked.DeadLetterTopic;
import nl.klimrek.journal.parked.ParkedRecordFinder;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.config.TopicBuilder;
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
    ParkedRecordFinder parkedRecords(KafkaProperties kafka) {
        return new ParkedRecordFinder(kafka.buildConsumerProperties(null));
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
    NewTopic deadLetterReplayTopic() {
        return TopicBuilder.name(DeadLetterReplay.retryTopic(GROUP))
                .partitions(1)
                .config(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed")
                .build();
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> deadLetterInbox(
            DeadLetterService service,
            ParkedRecordFinder records,
            EventCatalogue catalogue,
            DeadLetterProperties properties,
            KafkaProperties kafka,
            ProducerFactory<byte[], byte[]> producers) {
        KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
        DeadLetterReader arrivals = new DeadLetterReader(catalogue, properties.unattributed());
        EventHandlers handlers = new EventHandlers(GROUP, catalogue);
        DeadLetterTopic.all()
                .forEach(topic -> handlers.onRaw(topic.name(), record -> service.park(arrivals.read(record))));
        handlers.on(DeadLetterReplayed.class, new DeadLetterReplayer(service, records, template)::onReplayed);
        EVENTS.forEach(type ->
                handlers.on(type, (data, event) -> service.updateWaiting(event.organisation(), event.subject())));
        return new InboxContainerFactory(kafka.buildConsumerProperties(null), template, catalogue).create(handlers, 1);
    }

    @Bean
    RefusalStatus deadLetterStatus() {
        return RefusalStatus.of(Map.of("dead-letter-expired", HttpStatus.GONE));
    }
}
