package nl.klimrek.eventing.aggregate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reads state from a document. Same result as {@link ObjectMapper#convertValue}, without choosing a serializer for every
 * value: a document holds few types, and decoding states is a large part of a reader's work.
 */
final class StateParser<S> {

    private final ObjectMapper mapper;
    private final ObjectReader reader;

    StateParser(ObjectMapper mapper, Class<S> type) {
        this.mapper = mapper;
        this.reader = mapper.readerFor(type);
    }

    /** @throws IllegalArgumentException if the document is no such state */
    S parse(Map<String, ?> document) {
        try (TokenBuffer tokens = new TokenBuffer(mapper, false)) {
            writeFields(tokens, document);
            return reader.readValue(tokens.asParser(mapper));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private void writeFields(TokenBuffer tokens, Map<?, ?> fields) throws IOException {
        tokens.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (field.getValue() != null) {
                tokens.writeFieldName((String) field.getKey());
                write(tokens, field.getValue());
            }
        }
        tokens.writeEndObject();
    }

    private void write(TokenBuffer tokens, Object value) throws IOException {
        if (value instanceof String text) {
            tokens.writeString(text);
        } else if (value instanceof Map<?, ?> fields) {
            writeFields(tokens, fields);
        } else if (value instanceof List<?> elements) {
            tokens.writeStartArray();
            for (Object element : elements) {
                write(tokens, element);
            }
            tokens.writeEndArray();
        } else if (value instanceof Integer number) {
            tokens.writeNumber(number);
        } else if (value instanceof Long number) {
            tokens.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            tokens.writeBoolean(truth);
        } else {
            mapper.writeValue(tokens, value);
        }
    }
}
