package nl.klimrek.servicekit.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Map;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.command.IdempotencyKeyInterceptor;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** The part that all OpenAPI descriptions share: bearer token, headers of a command, problems as answers. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
    private static final String BEARER = "bearer";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request does not fit; wrong fields are listed",
            "401", "No valid token",
            "403", "Not open to this caller",
            "503", "Not available for a moment; try again after Retry-After");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, MessageContext.class, ListRequest.class);
    }

    @Bean
    OpenAPI openApi(@Value("${klimrek.service}") String service) {
        return new OpenAPI()
                .info(new Info().title("Klimrek " + service).version("1"))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas("Problem", problem()));
    }

    /** Says what each operation is called and does. */
    @Bean
    OpenApiCustomizer namedOperations(@Value("${klimrek.openapi.operations:}") String file, ResourceLoader resources) {
        OperationCatalogue names = new OperationCatalogue(resources.getResource(file));
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    OperationCatalogue.Name name =
                            names.of(method.name(), path, operation.getOperationId(), operation.getSummary());
                    operation.operationId(name.id()).summary(name.summary());
                    describeFiles(operation);
                }));
    }

    @Bean
    OperationCustomizer sharedParts() {
        return (operation, method) -> {
            if (method.hasMethodAnnotation(PostMapping.class)) {
                add(
                        operation,
                        header(
                                IdempotencyKeyInterceptor.HEADER,
                                "Own key of this request, 1 to 200 visible ASCII characters",
                                true));
            }
            if (takes(method, MessageContext.class)) {
                add(operation, header("If-Match", "ETag of the version this is decided on", false));
            }
            if (takes(method, ListRequest.class)) {
                add(operation, query("after", "Where the page before ended", new StringSchema()));
                add(
                        operation,
                        query(
                                "limit",
                                "Most entries, 1 to 200",
                                new IntegerSchema()
                                        .minimum(BigDecimal.ONE)
                                        .maximum(BigDecimal.valueOf(ListRequest.MOST))));
            }
            PROBLEMS.forEach((status, meaning) -> answer(operation, status, meaning));
            if (takes(method, MessageContext.class)) {
                answer(operation, "409", "Refused by a rule; its code tells which, and nothing was changed");
                answer(operation, "412", "Decided on a version that is no longer current");
            }
            return operation;
        };
    }

    /** A file is text or bytes, whatever type the method that answers reads it as. */
    private static void describeFiles(Operation operation) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation.getRequestBody().getContent().forEach((type, media) -> {
                if (!type.contains("json")) {
                    media.setSchema(new StringSchema());
                }
            });
        }
    }

    /** Several methods may answer one operation, by what they consume; each of them passes here. */
    private static void add(Operation operation, Parameter parameter) {
        boolean there = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(known -> parameter.getName().equals(known.getName())
                                && parameter.getIn().equals(known.getIn()));
        if (!there) {
            operation.addParametersItem(parameter);
        }
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        for (Class<?> parameter : method.getMethod().getParameterTypes()) {
            if (parameter == type) {
                return true;
            }
        }
        return false;
    }

    private static void answer(Operation operation, String status, String meaning) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(meaning)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    private static Parameter header(String name, String description, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(new StringSchema());
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .description(description)
                .required(false)
                .schema(schema);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Problem details, RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("correlationId", new StringSchema());
    }
}
