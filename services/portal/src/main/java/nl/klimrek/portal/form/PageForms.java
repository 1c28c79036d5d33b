package nl.klimrek.portal.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.services.Section.Trouble;
import org.jspecify.annotations.Nullable;

/** The forms of one page, each with what its reader typed before. */
public final class PageForms {
    private final Map<String, FormDraft> remembered = new HashMap<>();
    private final Map<String, Form> shown = new HashMap<>();
    private final @Nullable Trouble trouble;
    private final String refused;

    /**
     * @param trouble why the last form was refused; null when it was not
     * @param refused name of that form
     */
    PageForms(List<FormDraft> here, @Nullable Trouble trouble, String refused) {
        here.forEach(form -> remembered.put(form.form(), form));
        this.trouble = trouble;
        this.refused = refused;
    }

    /** The form with this name; the same instance while the page is rendered. */
    public Form of(String name) {
        return shown.computeIfAbsent(
                name,
                form -> new Form(
                        form,
                        remembered.get(form),
                        form.equals(refused) && trouble != null ? trouble.errors() : Map.of(),
                        form.equals(refused)));
    }

    /** Why the last form was refused; null when it was not. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /**
     * Drafts of forms that this page no longer has, because another person took the step meanwhile. Read after the page's forms were shown.
     */
    public List<String> unshown() {
        return remembered.values().stream()
                .filter(form -> !shown.containsKey(form.form()) && form.form().equals(refused))
                .flatMap(form -> form.fields().entrySet().stream().sorted(Map.Entry.comparingByKey()))
                .flatMap(field -> field.getValue().stream())
                .filter(value -> value.strip().contains(" "))
                .distinct()
                .toList();
    }
}
