package nl.klimrek.eventing.aggregate;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Converts state to and from BSON. Dates and instants are ISO-8601 strings and decimals are strings, so the result
 * does not depend on a time zone or on the driver's number types.
 */
final class StateCodec<S> {

    private static final ObjectMapper MAPPER = mapper();
    private static final UnknownFields UNKNOWN_FIELDS = new UnknownFields(MAPPER);
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Class<S> type;
    private final StateParser<S> parser;

    StateCodec(Class<S> type) {
        this.type = type;
        this.parser = new StateParser<>(MAPPER, type);
    }

    Document write(S state) {
        return new Document(MAPPER.convertValue(state, FIELDS));
    }

    /** Writes the state, and keeps fields of the stored state that this version does not know. */
    Document write(S state, @Nullable Document stored) {
        Document written = write(state);
        if (stored != null) {
            UNKNOWN_FIELDS.keep(stored, written, MAPPER.constructType(type));
        }
        return written;
    }

    @Nullable
    S read(@Nullable Document document) {
        return document == null ? null : parser.parse(document);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }
}
