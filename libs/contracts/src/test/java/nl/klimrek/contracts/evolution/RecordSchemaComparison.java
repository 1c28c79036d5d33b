package nl.klimrek.contracts.evolution;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a record holds what its schema promises: the same fields, of the same type, absent where they may be. */
final class RecordSchemaComparison {

    private static final Map<String, Set<Class<?>>> TYPES = Map.of(
            "integer", Set.of(int.class, long.class, Integer.class, Long.class),
            "number", Set.of(BigDecimal.class, double.class, Double.class),
            "boolean", Set.of(boolean.class, Boolean.class));
    private static final Map<String, Class<?>> FORMATS = Map.of("date", LocalDate.class, "date-time", Instant.class);

    private final List<String> differences = new ArrayList<>();

    private RecordSchemaComparison() {}

    /** How they differ, each as the middle of a sentence; empty when they agree. */
    static List<String> differences(Class<?> record, Shape schema) {
        RecordSchemaComparison agreement = new RecordSchemaComparison();
        agreement.object("", record, schema);
        return List.copyOf(agreement.differences);
    }

    private void object(String path, Class<?> record, Shape schema) {
        Map<String, RecordComponent> components = Arrays.stream(record.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> component));
        components.keySet().stream()
                .filter(name -> !schema.fields().containsKey(name))
                .sorted()
                .forEach(name -> differences.add("writes " + path + name + ", which its schema does not have"));
        schema.fields().forEach((name, shape) -> {
            RecordComponent component = components.get(name);
            if (component == null) {
                differences.add("no longer writes " + path + name);
                return;
            }
            if (component.getType().isPrimitive() && !schema.required().contains(name)) {
                differences.add("cannot leave out " + path + name + ", which is optional");
            }
            value(path + name, component.getGenericType(), shape);
        });
    }

    private void value(String place, Type type, Shape shape) {
        if (shape.items() != null) {
            boolean list = type instanceof ParameterizedType some && some.getRawType() == List.class;
            if (list) {
                value(place + "[]", ((ParameterizedType) type).getActualTypeArguments()[0], shape.items());
            } else {
                differences.add("writes no list at " + place);
            }
            return;
        }
        Class<?> java = (Class<?>) type;
        if (!shape.fields().isEmpty() && java.isRecord()) {
            object(place + ".", java, shape);
        } else if (java.isEnum()) {
            values(place, java, shape);
        } else if (!fits(java, shape)) {
            differences.add("writes a " + java.getSimpleName() + " at " + place);
        }
    }

    private void values(String place, Class<?> java, Shape shape) {
        Set<String> constants = Arrays.stream(java.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
        shape.values().stream()
                .filter(value -> !constants.contains(value))
                .forEach(value -> differences.add("no longer knows " + value + " as a value of " + place));
        constants.stream()
                .filter(constant -> !shape.values().contains(constant))
                .forEach(constant ->
                        differences.add("may write " + constant + " at " + place + ", which its schema does not name"));
    }

    private static boolean fits(Class<?> java, Shape shape) {
        String type = shape.limits().getOrDefault("type", "").replace("\"", "");
        String format = shape.limits().getOrDefault("format", "").replace("\"", "");
        return type.equals("string")
                ? java == FORMATS.getOrDefault(format, String.class)
                : TYPES.getOrDefault(type, Set.of()).contains(java);
    }
}
