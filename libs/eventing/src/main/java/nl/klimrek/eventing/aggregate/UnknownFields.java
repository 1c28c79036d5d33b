package nl.klimrek.eventing.aggregate;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps fields that a newer version of the service wrote and this version does not know. Without it, the older version
 * would erase them in a rolling upgrade. Elements of a list are matched by their known fields, so an element that this
 * version changed loses its unknown fields.
 */
final class UnknownFields {

    private final ObjectMapper mapper;
    private final Map<JavaType, Map<String, Optional<JavaType>>> known = new ConcurrentHashMap<>();

    UnknownFields(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Copies what is unknown to {@code type} from {@code stored} to {@code written}, at every depth. */
    void keep(Map<?, ?> stored, Map<String, Object> written, JavaType type) {
        if (!type.getRawClass().isRecord()) {
            return;
        }
        Map<String, Optional<JavaType>> fields = known.computeIfAbsent(type, this::fieldsOf);
        stored.forEach((name, value) -> {
            Optional<JavaType> field = fields.get(name);
            if (field == null) {
                written.putIfAbsent((String) name, value);
            } else if (field.isPresent()) {
                keepWithin(value, written.get(name), field.get());
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void keepWithin(@Nullable Object stored, @Nullable Object written, JavaType type) {
        if (stored instanceof Map<?, ?> before && written instanceof Map<?, ?> after) {
            if (type.isMapLikeType()) {
                before.forEach((key, value) -> keepWithin(value, after.get(key), type.getContentType()));
            } else {
                keep(before, (Map<String, Object>) after, type);
            }
        } else if (stored instanceof List<?> before
                && written instanceof List<?> after
                && type.isCollectionLikeType()
                && type.getContentType().getRawClass().isRecord()) {
            keepInElements(before, after, type.getContentType());
        }
    }

    private void keepInElements(List<?> stored, List<?> written, JavaType type) {
        for (Object element : stored) {
            if (element instanceof Map<?, ?> before && hasUnknown(before, type)) {
                Map<?, ?> asKnown = mapper.convertValue(mapper.convertValue(before, type), Map.class);
                written.stream()
                        .filter(after -> asKnown.equals(after))
                        .findFirst()
                        .ifPresent(after -> keepWithin(before, after, type));
            }
        }
    }

    private boolean hasUnknown(Map<?, ?> stored, JavaType type) {
        Map<String, Optional<JavaType>> fields = known.computeIfAbsent(type, this::fieldsOf);
        return stored.entrySet().stream()
                .anyMatch(entry -> !fields.containsKey(entry.getKey())
                        || entry.getValue() instanceof Map<?, ?>
                        || entry.getValue() instanceof List<?>);
    }

    /** Names that this version reads or writes, with their types as far as it reads them. */
    private Map<String, Optional<JavaType>> fieldsOf(JavaType type) {
        Map<String, Optional<JavaType>> fields = new HashMap<>();
        mapper.getSerializationConfig().introspect(type).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .forEach(name -> fields.put(name, Optional.empty()));
        for (BeanPropertyDefinition property :
                mapper.getDeserializationConfig().introspect(type).findProperties()) {
            fields.put(property.getName(), Optional.ofNullable(property.getPrimaryType()));
            property.findAliases().forEach(alias -> fields.put(alias.getSimpleName(), Optional.empty()));
        }
        return fields;
    }
}
