package nl.klimrek.reminders.rules;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event, by the names that rules use. A field that is absent, or holds a value that this version does not
 * know, is empty.
 */
record EventFields(Record event) {

    private static final Map<Class<?>, Map<String, RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    Optional<String> text(@Nullable String name) {
        return value(name).map(Object::toString);
    }

    Optional<Integer> number(@Nullable String name) {
        return value(name).map(Integer.class::cast);
    }

    Optional<Side> side() {
        return value("by").map(Side.class::cast);
    }

    /** The value of a moment or a day. */
    Optional<Object> moment(@Nullable String name) {
        return value(name).filter(value -> value instanceof Instant || value instanceof LocalDate);
    }

    /** Whether each named field has one of the values. */
    boolean matches(Map<String, List<String>> conditions) {
        return conditions.entrySet().stream()
                .allMatch(condition -> text(condition.getKey())
                        .filter(condition.getValue()::contains)
                        .isPresent());
    }

    private Optional<Object> value(@Nullable String name) {
        RecordComponent field = name == null ? null : components().get(name);
        if (field == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(field.getAccessor().invoke(event));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The field " + name + " cannot be read", e);
        }
    }

    private Map<String, RecordComponent> components() {
        return COMPONENTS.computeIfAbsent(
                event.getClass(),
                type -> Stream.of(type.getRecordComponents())
                        .collect(Collectors.toMap(RecordComponent::getName, Function.identity())));
    }
}
