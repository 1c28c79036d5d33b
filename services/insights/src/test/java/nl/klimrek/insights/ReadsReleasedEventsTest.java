package nl.klimrek.insights;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.events.ReleasedEvents;
import nl.klimrek.testkit.service.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ReadsReleasedEventsTest {

    @Test
    void every_released_event_is_handled_also_with_fields_and_values_of_later_versions() {
        Backend backend = Backend.embedded();
        Map<String, Object> settings = new HashMap<>(TestTokens.properties());
        settings.put("server.port", 0);
        settings.put("spring.kafka.bootstrap-servers", backend.bootstrapServers());
        settings.put("spring.data.mongodb.uri", backend.mongoUri());
        settings.put("spring.data.mongodb.database", backend.freshDatabase());
        try (ConfigurableApplicationContext insights = InsightsService.start(settings)) {
            ReleasedEvents.areReadBy(insights.getBean(EventHandlers.class), backend.bootstrapServers());
        }
    }
}
