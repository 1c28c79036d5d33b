package nl.klimrek.popforms.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Loads the forms that come with Klimrek. A plan starts with the newest. */
@Component
public class FormTemplateRepository {

    private static final String DEFAULT = "klimrek-default-1.json";
    private final FormTemplate newest;

    public FormTemplateRepository(ObjectMapper json) {
        try (InputStream file = FormTemplateRepository.class.getResourceAsStream(DEFAULT)) {
            newest = json.readValue(file, FormTemplate.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the form " + DEFAULT, unreadable);
        }
    }

    /** The form that a plan answers. */
    public FormTemplate find(String id, int version) {
        if (id.equals(newest.id()) && version == newest.version()) {
            return newest;
        }
        throw new IllegalStateException("no form " + id + " " + version);
    }

    /** The form for plans that are started now. */
    public FormTemplate newest() {
        return newest;
    }
}
