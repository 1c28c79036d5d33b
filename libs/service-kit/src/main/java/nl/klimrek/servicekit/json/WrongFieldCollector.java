package nl.klimrek.servicekit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.servicekit.json.UnreadableBodyException.WrongField;
import org.jspecify.annotations.Nullable;

/** Collects what does not fit while a body is read on, so that the sender hears of every field at once. */
final class WrongFieldCollector extends DeserializationProblemHandler {
    /** A hostile body may have thousands of unknown fields; the first of them tell enough. */
    private static final int MOST = 50;

    private final List<WrongField> found = new ArrayList<>();

    List<WrongField> found() {
        return found;
    }

    void add(String path, String code) {
        if (found.size() < MOST
                && found.stream().noneMatch(wrong -> wrong.field().equals(path))) {
            found.add(new WrongField(path, code));
        }
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        add(path(parser), "unknown-field");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String message) {
        add(path(context.getParser()), target.isEnum() ? "not-in-list" : "wrong-type");
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String message) {
        add(path(context.getParser()), target.isEnum() ? "not-in-list" : "wrong-type");
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
            throws IOException {
        add(path(parser), "wrong-type");
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable failure) throws IOException {
        if (JsonLimits.isPast(failure) && failure instanceof IOException past) {
            throw past;
        }
        String path = path(context.getParser());
        // A value built from parts that were already wrong cannot be judged by itself.
        if ("body".equals(path)
                ? found.isEmpty()
                : found.stream().noneMatch(wrong -> wrong.field().startsWith(path))) {
            add(path, "not-allowed");
        }
        return null;
    }

    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        JsonPointer at = parser.getParsingContext().pathAsPointer();
        for (; at != null && !at.matches(); at = at.tail()) {
            if (at.mayMatchElement()) {
                path.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(at.getMatchingProperty());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
