package nl.klimrek.portal.form;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a form that was not sent or was refused.
 *
 * @param at     path of the page the form stands on
 * @param form   name of the form
 * @param key    command key for the next attempt; null when the last attempt was answered, so that a new key is safe
 * @param fields values by field name
 * @param since  when it was typed last
 */
record FormDraft(String at, String form, @Nullable String key, Map<String, List<String>> fields, Instant since) {
    FormDraft {
        fields = new LinkedHashMap<>(fields);
    }

    FormDraft with(String field, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(fields);
        changed.put(field, List.of(value));
        return new FormDraft(at, form, key, changed, since);
    }

    boolean isOf(String page, String name) {
        return at.equals(page) && form.equals(name);
    }

    int size() {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + field.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }

    /** Whether there is a word in it. */
    boolean hasText() {
        return fields.values().stream().flatMap(List::stream).anyMatch(value -> !value.isBlank());
    }
}
