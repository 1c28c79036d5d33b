package nl.klimrek.people.inbound;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record as a CloudEvent 1.0 in either mode of the Kafka binding: binary ({@code ce_} headers) or structured
 * (one JSON object). It never fails: an unreadable record has no attributes. The CloudEvents SDK is not used, because it
 * refuses a record for one bad attribute and so hides whose record it is.
 */
final class EnvelopeReader {

    private static final String PREFIX = "ce_";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EnvelopeReader() {}

    static Envelope open(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        Map<String, String> headers = headers(record);
        if (headers.containsKey("specversion")) {
            return new Envelope(place, headers, value, value, organisation(record.key()));
        }
        JsonNode whole = json(value);
        return new Envelope(place, attributes(whole), data(whole), value, organisation(record.key()));
    }

    /** The JSON object in these bytes; a missing node when there is none. */
    static JsonNode json(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            return node != null && node.isObject() ? node : JSON.missingNode();
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(
                        header.key().substring(PREFIX.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }

    private static Map<String, String> attributes(JsonNode whole) {
        Map<String, String> attributes = new HashMap<>();
        whole.properties().forEach(field -> {
            if (field.getValue().isValueNode()
                    && !field.getValue().isNull()
                    && !field.getKey().startsWith("data")) {
                attributes.put(field.getKey(), field.getValue().asText());
            }
        });
        return attributes.containsKey("specversion") ? attributes : Map.of();
    }

    private static byte[] data(JsonNode whole) {
        try {
            return whole.hasNonNull("data_base64")
                    ? Base64.getDecoder().decode(whole.get("data_base64").asText())
                    : JSON.writeValueAsBytes(whole.path("data"));
        } catch (IOException | IllegalArgumentException notReadable) {
            return new byte[0];
        }
    }

    private static @Nullable String organisation(byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        int slash = text.indexOf('/');
        return slash > 0 ? text.substring(0, slash) : null;
    }
}
