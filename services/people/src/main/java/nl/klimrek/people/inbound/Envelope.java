package nl.klimrek.people.inbound;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it arrived: its CloudEvents attributes and its data. Nothing in it is trusted.
 *
 * @param place topic, partition and offset; the record's name when it has no id
 * @param attributes CloudEvents attributes and extensions by name, as text; empty when it is no CloudEvent
 * @param data data of the event
 * @param original the whole value as it arrived
 * @param organisationOfKey organisation that the record key begins with; null when there is none
 */
record Envelope(
        String place,
        Map<String, String> attributes,
        byte[] data,
        byte[] original,
        @Nullable String organisationOfKey) {

    Envelope {
        attributes = Map.copyOf(new TreeMap<>(attributes));
    }

    @Nullable
    String attribute(String name) {
        return attributes.get(name);
    }

    /** The attribute, if it has 1 to {@code maxLength} visible characters. */
    Optional<String> usable(String name, int maxLength) {
        return Optional.ofNullable(attributes.get(name))
                .filter(value -> !value.isBlank()
                        && value.length() <= maxLength
                        && value.chars().noneMatch(Character::isISOControl));
    }
}
