package nl.klimrek.testkit.events;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import org.jspecify.annotations.Nullable;

/**
 * Builds an event record from its golden sample, with some components changed:
 * <pre>{@code
 * PersonJoined anna = anEvent(PersonJoined.class)
 *         .with("person", "anna")
 *         .with("minutesPerWeek", 1440)
 *         .without("manager")
 *         .build();
 * }</pre>
 * A new component of the record changes no test that does not name it.
 *
 * @param <T> the event record
 */
public final class EventFixture<T extends Record> {

    private static final ObjectMapper JSON = ContractJson.mapper();

    private final Class<T> type;
    private final Map<String, Object> values;

    private EventFixture(Class<T> type, Map<String, Object> values) {
        this.type = type;
        this.values = values;
    }

    /** The event of the type's {@code full.json}. */
    public static <T extends Record> EventFixture<T> anEvent(Class<T> type) {
        return from(sample(type));
    }

    /** The same event as this one, to change components of it. */
    @SuppressWarnings("unchecked")
    public static <T extends Record> EventFixture<T> from(T event) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            values.put(component.getName(), invoke(component, event));
        }
        return new EventFixture<>((Class<T>) event.getClass(), values);
    }

    /**
     * Sets a component.
     *
     * @param value of the component's type, or anything that JSON turns into it: {@code "2027-01-04"}, {@code "PERMANENT"}
     * @throws IllegalArgumentException the record has no such component, or the value does not fit it
     */
    public EventFixture<T> with(String component, @Nullable Object value) {
        RecordComponent known = component(component);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(component, converted(value, known));
        return new EventFixture<>(type, changed);
    }

    /**
     * Sets a component to null.
     *
     * @throws IllegalArgumentException the record has no such component, or it is a primitive one
     */
    public EventFixture<T> without(String component) {
        if (component(component).getType().isPrimitive()) {
            throw new IllegalArgumentException(component + " cannot be absent");
        }
        return with(component, null);
    }

    public T build() {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(each -> values.get(each.getName()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("not a valid " + type.getSimpleName(), refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RecordComponent component(String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no " + name + ", but "
                        + Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()));
    }

    private static @Nullable Object converted(@Nullable Object value, RecordComponent component) {
        JavaType wanted = JSON.constructType(component.getGenericType());
        return value == null
                        || wanted.getContentType() == null
                                && wanted.getRawClass().isInstance(value)
                ? value
                : JSON.convertValue(value, wanted);
    }

    private static Object invoke(RecordComponent component, Record event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T sample(Class<T> type) {
        String file = "/samples/" + Contracts.typeOf(type) + "/full.json";
        try (InputStream in = Contracts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no sample " + file);
            }
            return JSON.readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("unreadable sample " + file, unreadable);
        }
    }
}
