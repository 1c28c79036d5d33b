package nl.klimrek.popforms.template;

import java.util.List;
import java.util.Locale;

/**
 * A form for plans. A version never changes, so that each answer keeps its question.
 *
 * @param id id of the form
 * @param version from 1
 * @param sections in reading order
 */
public record FormTemplate(String id, int version, List<Section> sections) {

    public FormTemplate {
        sections = List.copyOf(sections);
    }

    /**
     * A part of the form.
     *
     * @param code stable
     * @param optional whether it may be left out as a whole
     */
    public record Section(String code, boolean optional, Text title, List<Question> questions) {
        public Section {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question.
     *
     * @param code name of the field that answers it
     * @param optional whether it may be left blank
     */
    public record Question(String code, boolean optional, Text text) {}

    /** A text in both languages; neither is ever missing. */
    public record Text(String nl, String en) {
        public Text {
            if (nl == null || nl.isBlank() || en == null || en.isBlank()) {
                throw new IllegalArgumentException("a text has both languages");
            }
        }

        /** The Dutch text for Dutch readers, otherwise the English one. */
        public String in(Locale reader) {
            return "nl".equals(reader.getLanguage()) ? nl : en;
        }
    }
}
