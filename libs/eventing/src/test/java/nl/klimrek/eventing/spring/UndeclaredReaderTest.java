package nl.klimrek.eventing.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import nl.klimrek.eventing.metrics.ConsumerProgress;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.util.unit.DataSize;

/** Without a declaration there is no dead-letter topic, and the first bad record would hold its partition for ever. */
class UndeclaredReaderTest {

    private static final String SENTENCE =
            "The group stranger reads counters.v1, whose declaration does not name it among its readers.";

    @Test
    void a_service_whose_group_no_declaration_names_does_not_start() {
        assertThatThrownBy(() -> inbox("stranger", true)).hasMessage(SENTENCE);
        inbox("reader", true);
        inbox("stranger", false);
    }

    @Test
    void the_failure_says_what_to_do() {
        Throwable failure = catchThrowable(() -> inbox("stranger", true));
        FailureAnalyzer told = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, needsABeanFactory) -> {})
                .stream()
                .filter(UndeclaredReaderException.Analyzer.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(told.analyze(failure).getDescription()).isEqualTo(SENTENCE);
        assertThat(told.analyze(failure).getAction()).startsWith("Name it in the topic's declaration");
    }

    private static void inbox(String group, boolean declaredReadersOnly) {
        EventHandlers handlers = new EventHandlers(group, new Declared()).on(Raised.class, (event, meta) -> {});
        EventingProperties properties = new EventingProperties(
                "i",
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofMillis(500),
                900_000,
                200,
                250_000,
                10_000,
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1),
                Duration.ZERO,
                declaredReadersOnly,
                1,
                1,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(10),
                Duration.ofMinutes(2));
        new EventingConfiguration()
                .inbox(
                        handlers,
                        new KafkaClientSettings(new KafkaProperties(), null),
                        new DefaultKafkaProducerFactory<>(
                                Map.of(), new ByteArraySerializer(), new ByteArraySerializer()),
                        new Declared(),
                        properties,
                        new SimpleMeterRegistry(),
                        new StaticListableBeanFactory().getBeanProvider(ObservationRegistry.class),
                        new ConsumerProgress());
    }

    /** A topic that is declared for {@code reader}. */
    private static final class Declared implements EventCatalogue {
        private final EventCatalogue counters = new CounterCatalogue();

        @Override
        public boolean isReader(String topic, String group) {
            return group.equals("reader");
        }

        @Override
        public String typeOf(Class<?> event) {
            return counters.typeOf(event);
        }

        @Override
        public String topicOf(Class<?> event) {
            return counters.topicOf(event);
        }

        @Override
        public String sourceOf(String topic) {
            return counters.sourceOf(topic);
        }

        @Override
        public Optional<Class<? extends Record>> classOf(String type) {
            return counters.classOf(type);
        }

        @Override
        public ObjectMapper json() {
            return counters.json();
        }
    }
}
