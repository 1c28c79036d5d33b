package nl.klimrek.popforms.template;

import java.util.List;
import java.util.Locale;

/** A form in the reader's language. */
public record FormTemplateView(String id, int version, List<SectionView> sections) {

    public record SectionView(String code, boolean optional, String title, List<QuestionView> questions) {}

    public record QuestionView(String code, boolean optional, String text) {}

    public static FormTemplateView of(FormTemplate form, Locale reader) {
        return new FormTemplateView(
                form.id(),
                form.version(),
                form.sections().stream()
                        .map(section -> new SectionView(
                                section.code(),
                                section.optional(),
                                section.title().in(reader),
                                section.questions().stream()
                                        .map(question -> new QuestionView(
                                                question.code(),
                                                question.optional(),
                                                question.text().in(reader)))
                                        .toList()))
                        .toList());
    }
}
