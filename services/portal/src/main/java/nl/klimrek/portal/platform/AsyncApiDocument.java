package nl.klimrek.portal.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;

/**
 * The AsyncAPI 3.1 description of every topic and every event, made from the contracts themselves: topic declarations,
 * event records and their JSON Schemas. Action {@code receive} is what the platform reads, {@code send} what it writes.
 */
final class AsyncApiDocument {
    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft/2020-12";
    private static final List<String> ATTRIBUTES = List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_organisation",
            "ce_partitionkey",
            "ce_sequence",
            "ce_correlationid",
            "ce_actor",
            "ce_causationid",
            "ce_traceparent");
    private static final List<String> ALWAYS = List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time");

    private final ObjectMapper json;

    AsyncApiDocument(ObjectMapper json) {
        this.json = json;
    }

    JsonNode describe() {
        ObjectNode document =
                json.createObjectNode().put("asyncapi", "3.1.0").put("defaultContentType", "application/json");
        document.putObject("info")
                .put("title", "Klimrek events")
                .put("version", "1")
                .put("description", "CloudEvents 1.0 in Kafka binary mode. Facts and codes, never words of people.");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        TopicDefinition.all().forEach(topic -> {
            channels.set(topic.name(), channel(topic));
            operations.set(actionOf(topic) + "-" + topic.name(), operation(topic));
        });
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        Contracts.ALL.forEach(event -> messages.set(Contracts.typeOf(event), message(Contracts.typeOf(event))));
        components.putObject("messageTraits").set("cloudEvent", trait());
        return document;
    }

    private ObjectNode channel(TopicDefinition topic) {
        ObjectNode channel = json.createObjectNode()
                .put("address", topic.name())
                .put("title", topic.name())
                .put("description", topic.purpose() + " Written by " + topic.owner() + ".");
        ObjectNode messages = channel.putObject("messages");
        Contracts.ALL.stream()
                .filter(event -> Contracts.topicOf(event).equals(topic.name()))
                .map(Contracts::typeOf)
                .forEach(type -> messages.putObject(type).put("$ref", "#/components/messages/" + type));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.compacted() ? "compact" : "delete");
        if (topic.retentionDays() != null) {
            configuration.put(
                    "retention.ms", Duration.ofDays(topic.retentionDays()).toMillis());
        }
        kafka.put("bindingVersion", "0.5.0");
        return channel.put("x-key", topic.key());
    }

    private ObjectNode operation(TopicDefinition topic) {
        ObjectNode operation =
                json.createObjectNode().put("action", actionOf(topic)).put("summary", topic.purpose());
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        return operation;
    }

    private static String actionOf(TopicDefinition topic) {
        return topic.name().equals(Topics.HR_EMPLOYEES) ? "receive" : "send";
    }

    private ObjectNode message(String type) {
        JsonNode schema = schemaOf(type);
        ObjectNode message = json.createObjectNode()
                .put("name", type)
                .put("title", type)
                .put("summary", schema.path("description").asText())
                .put("contentType", "application/json");
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        message.putObject("payload").put("schemaFormat", SCHEMA_FORMAT).set("schema", schema);
        return message;
    }

    private ObjectNode trait() {
        ObjectNode trait = json.createObjectNode();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        ATTRIBUTES.forEach(name -> properties.putObject(name).put("type", "string"));
        ALWAYS.forEach(headers.putArray("required")::add);
        return trait;
    }

    private JsonNode schemaOf(String type) {
        try (InputStream schema = Contracts.schemaOf(type)) {
            return json.readTree(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No schema of " + type, unreadable);
        }
    }
}
