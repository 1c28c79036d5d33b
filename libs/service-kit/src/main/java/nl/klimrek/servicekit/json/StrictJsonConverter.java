package nl.klimrek.servicekit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * Reads request bodies strictly: unknown fields, doubled keys, trailing text, numbers for enums and fractions for whole
 * numbers are refused, and every field that does not fit is named at once. Depth and number of fields are bounded. Event payloads are read elsewhere, and leniently.
 */
public final class StrictJsonConverter extends MappingJackson2HttpMessageConverter {
    private final ObjectMapper strict;

    public StrictJsonConverter(ObjectMapper json) {
        super(json);
        this.strict = strict(json);
    }

    private static ObjectMapper strict(ObjectMapper json) {
        ObjectMapper strict = json.copy()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        strict.getFactory().setStreamReadConstraints(JsonLimits.ALL);
        strict.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        return strict;
    }

    @Override
    public @Nullable Object read(Type type, Class<?> contextClass, HttpInputMessage message) throws IOException {
        JavaType target = getJavaType(type, contextClass);
        WrongFieldCollector wrong = new WrongFieldCollector();
        Object body = null;
        try {
            body = strict.readerFor(target).withHandler(wrong).readValue(message.getBody());
        } catch (JsonMappingException mismatch) {
            if (JsonLimits.isPast(mismatch)) {
                throw new HttpMessageNotReadableException("Body is too deep or has too many parts", message);
            }
            if (mismatch.getPath().isEmpty() && wrong.found().isEmpty()) {
                throw new HttpMessageNotReadableException("Body does not fit", mismatch, message);
            }
            wrong.add(UnreadableBodyException.path(mismatch.getPath()), "wrong-type");
        } catch (JsonProcessingException malformed) {
            throw new HttpMessageNotReadableException("Body is not JSON", malformed, message);
        }
        if (!wrong.found().isEmpty()) {
            throw new HttpMessageNotReadableException(
                    "Body does not fit", new UnreadableBodyException(wrong.found()), message);
        }
        return body;
    }
}
