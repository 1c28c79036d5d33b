package nl.klimrek.portal.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One form on a page: its command key, and what was typed in it before. */
public final class Form {
    private final String name;
    private final @Nullable FormDraft remembered;
    private final Map<String, String> errors;
    private final boolean refused;
    private final String key;

    Form(String name, @Nullable FormDraft remembered, Map<String, String> errors, boolean refused) {
        this.name = name;
        this.remembered = remembered;
        this.errors = errors;
        this.refused = refused;
        this.key = remembered != null && remembered.key() != null
                ? remembered.key()
                : UUID.randomUUID().toString();
    }

    public String name() {
        return name;
    }

    public String key() {
        return key;
    }

    /** Id of a field, unique on the page. */
    public String id(String field) {
        return name + "-" + field;
    }

    /** The value of a field: what was typed before, else the given value. */
    public String value(String field, @Nullable Object otherwise) {
        if (remembered != null && remembered.fields().containsKey(field)) {
            List<String> typed = remembered.fields().get(field);
            return typed.isEmpty() ? "" : typed.get(0);
        }
        return otherwise == null ? "" : String.valueOf(otherwise);
    }

    /** Words typed before in fields with this beginning that the form no longer has. */
    public List<String> left(String beginning, java.util.Collection<String> fields) {
        return remembered == null
                ? List.of()
                : remembered.fields().entrySet().stream()
                        .filter(field -> field.getKey().startsWith(beginning) && !fields.contains(field.getKey()))
                        .flatMap(field -> field.getValue().stream())
                        .filter(value -> !value.isBlank())
                        .toList();
    }

    public String value(String field) {
        return value(field, "");
    }

    /**
     * The form with this value of a field in place of a draft's: a link that names something wins over a draft from before. What was
     * refused stays as it was typed. An empty value changes nothing.
     */
    public Form startingWith(String field, String value) {
        return refused || remembered == null || value.isEmpty()
                ? this
                : new Form(name, remembered.with(field, value), errors, false);
    }

    /** Whether an option is chosen: as it was typed before, else by this. */
    public boolean chosen(String field, String option, @Nullable Object otherwise) {
        if (remembered != null) {
            return remembered.fields().getOrDefault(field, List.of()).contains(option);
        }
        return otherwise instanceof Iterable<?> several
                ? contains(several, option)
                : otherwise != null && option.equals(String.valueOf(otherwise));
    }

    private static boolean contains(Iterable<?> several, String option) {
        for (Object one : several) {
            if (option.equals(String.valueOf(one))) {
                return true;
            }
        }
        return false;
    }

    /** The error of a field; empty without one. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    /** Whether the form should be open: it was refused, or it holds something that was typed before. */
    public boolean isOpen() {
        return refused || isDraft();
    }

    /** Whether it holds what was typed before and never sent. */
    public boolean isDraft() {
        return remembered != null && remembered.hasText();
    }
}
