package nl.klimrek.people.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.servicekit.web.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.springframework.beans.factory.annotation.Autowired;

/** Maps quarantined records to views in the reader's language. */
@Mapper(config = StrictMapping.class)
abstract class QuarantineViewMapper {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private FieldFaultViewFactory faultViews;

    @Mapping(target = "explanation", expression = "java(explanation(of, request))")
    @Mapping(target = "fields", source = "faults")
    @Mapping(target = "original", source = "original", qualifiedByName = "text")
    @Mapping(target = "originalBase64", source = "original")
    @Mapping(target = "data", source = "content.data", qualifiedByName = "json")
    @Mapping(target = "number", source = "content.number")
    abstract QuarantineView view(QuarantinedRecord of, @Context HttpServletRequest request);

    abstract List<QuarantineView> views(List<QuarantinedRecord> of, @Context HttpServletRequest request);

    FieldFaultView fault(FieldFault fault, @Context HttpServletRequest request) {
        return faultViews.view(fault, request);
    }

    String explanation(QuarantinedRecord of, HttpServletRequest request) {
        return faultViews.explanation(of.reason(), of.faults(), request);
    }

    /** The fields as JSON, in the form in which corrections are sent back. */
    @Named("json")
    static @Nullable JsonNode json(@Nullable String data) {
        try {
            return data == null ? null : JSON.readTree(data);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the data of an item is JSON", damaged);
        }
    }

    /** The bytes as text; null when they are not text. */
    @Named("text")
    static @Nullable String text(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
