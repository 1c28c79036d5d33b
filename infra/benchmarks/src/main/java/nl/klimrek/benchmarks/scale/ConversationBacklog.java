package nl.klimrek.benchmarks.scale;

import java.util.List;
import java.util.Map;
import nl.klimrek.benchmarks.conversations.SyntheticOrganisation;
import nl.klimrek.conversations.ConversationsService;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Whole conversations at a service that reads nothing meanwhile, so that all its events wait for readers. */
final class ConversationBacklog implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final ConfigurableApplicationContext service;
    private final ConversationClient client;

    /** Publishes an organisation, lets the service learn it, and stops its reader. */
    ConversationBacklog(ScalePlatform platform) {
        Map<String, Object> settings = platform.settings();
        settings.put("server.port", 0);
        service = ConversationsService.start(settings);
        String address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
        client = new ConversationClient(platform.tokens(), List.of(address));
        SyntheticOrganisation.publish(
                platform.bootstrapServers(),
                service.getBean(PeopleProjection.class),
                ConversationClient.ORGANISATION,
                ConversationClient.PEOPLE);
        service.getBean(ConcurrentMessageListenerContainer.class).stop();
    }

    /** Adds whole conversations of {@link ConversationClient#EVENTS} events each. */
    void add(int conversations) throws Exception {
        try (ConversationLoad load = new ConversationLoad(client, CLIENTS, conversations)) {
            load.await();
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
