package nl.klimrek.servicekit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.eventing.EventCatalogue;

/** The event machinery's view of the contracts: a topic's source is {@code /klimrek/<the service that owns it>}. */
public final class ContractCatalogue implements EventCatalogue {
    private final ObjectMapper json = ContractJson.mapper();
    private final Map<String, String> sources = new ConcurrentHashMap<>();

    @Override
    public String typeOf(Class<?> event) {
        return Contracts.typeOf(event);
    }

    @Override
    public String topicOf(Class<?> event) {
        return Contracts.topicOf(event);
    }

    @Override
    public String sourceOf(String topic) {
        return sources.computeIfAbsent(topic, name -> "/klimrek/" + TopicDefinition.of(name).owner());
    }

    @Override
    public Optional<Class<? extends Record>> classOf(String type) {
        return Contracts.classOf(type);
    }

    @Override
    public ObjectMapper json() {
        return json;
    }
}
