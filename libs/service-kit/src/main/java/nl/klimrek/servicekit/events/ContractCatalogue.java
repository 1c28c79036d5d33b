package nl.klimrek.servicekit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.eventing.EventCatalogue;

/** The event machinery's view of the contracts: a topic's source is its name as a path, {@code /klimrek/people}. */
public final class ContractCatalogue implements EventCatalogue {
    private final ObjectMapper json = ContractJson.mapper();

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
        return "/" + topic.replaceFirst("\\.v[0-9]+$", "").replace('.', '/');
    }

    @Override
    public Optional<Class<? extends Record>> classOf(String type) {
        return Contracts.classOf(type);
    }

    @Override
    public boolean isReader(String topic, String group) {
        return TopicDefinition.of(topic).readers().contains(group);
    }

    @Override
    public ObjectMapper json() {
        return json;
    }
}
