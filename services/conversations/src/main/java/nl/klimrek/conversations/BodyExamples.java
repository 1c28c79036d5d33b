package nl.klimrek.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts an example beside each body that people send. They stand together in {@code examples.yaml}, by method and path, and by
 * media type where something can be sent in two, so that they read as a story and no controller is longer for them.
 */
@Configuration(proxyBeanMethods = false)
class BodyExamples {

    @Bean
    OpenApiCustomizer examples() {
        JsonNode examples = read();
        return api -> examples.properties().forEach(example -> put(api, example));
    }

    private static void put(OpenAPI api, Map.Entry<String, JsonNode> example) {
        String[] place = example.getKey().split(" ");
        JsonNode body = example.getValue();
        Optional.ofNullable(api.getPaths().get(place[1]))
                .map(path -> path.readOperationsMap().get(PathItem.HttpMethod.valueOf(place[0])))
                .map(Operation::getRequestBody)
                .map(RequestBody::getContent)
                .ifPresent(contents -> contents.forEach((type, content) -> {
                    if (place.length < 3 || place[2].equals(type)) {
                        content.setExample(body.isTextual() ? body.textValue() : body);
                    }
                }));
    }

    private static JsonNode read() {
        try (InputStream in = BodyExamples.class.getResourceAsStream("examples.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("examples.yaml cannot be read", unreadable);
        }
    }
}
