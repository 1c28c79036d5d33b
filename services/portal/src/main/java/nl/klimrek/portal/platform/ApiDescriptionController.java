package nl.klimrek.portal.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/openapi.json} and {@code /api/asyncapi.json}, open to everybody: they hold no data. */
@RestController
class ApiDescriptionController {
    private final OpenApiAggregator services;
    private final AsyncApiDocument topics;

    ApiDescriptionController(OpenApiAggregator services, ObjectMapper json) {
        this.services = services;
        this.topics = new AsyncApiDocument(json);
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] openApi() throws IOException {
        return services.merged();
    }

    @GetMapping(path = "/api/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode asyncApi() {
        return topics.describe();
    }
}
