package nl.klimrek.conversations.questions;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** From the bank to the reader. */
@Component
public class QuestionViewMapper {

    private final MessageSource messages;

    QuestionViewMapper(MessageSource messages) {
        this.messages = messages;
    }

    /** In the reader's language. */
    public QuestionView in(Question question, Locale reader) {
        return of(question, null, null, reader);
    }

    /** On a sheet, with the reason why it is there. */
    private QuestionView in(Question question, SelectedQuestion picked, Locale reader) {
        String tag = picked.tag() == null ? "" : messages.getMessage("question.tag." + picked.tag(), null, reader);
        String because = messages.getMessage("question.why." + picked.why(), null, reader)
                .replace("{tag}", tag);
        return of(question, picked, because, reader);
    }

    /** A whole sheet. */
    public List<QuestionView> on(Questionnaire sheet, QuestionBank bank, Locale reader) {
        return sheet.picked().stream()
                .flatMap(picked -> bank.find(picked.question(), picked.version()).stream()
                        .map(question -> in(question, picked, reader)))
                .toList();
    }

    private static QuestionView of(
            Question question, @Nullable SelectedQuestion picked, @Nullable String because, Locale reader) {
        return new QuestionView(
                question.id(),
                question.version(),
                question.text(reader),
                question.factor(),
                question.factor().duty(),
                question.competence(),
                question.approach(),
                question.horizon(),
                question.perspective(),
                question.aspect(),
                question.mode(),
                question.audience(),
                question.types(),
                picked == null ? null : picked.why(),
                because);
    }
}
