package nl.klimrek.conversations.questions;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.ConversationType;
import org.jspecify.annotations.Nullable;

/**
 * The questions an organisation uses: what Klimrek brings, without what the organisation retired, with its own.
 *
 * @param edition rises whenever anything changes; answers remember it
 * @param questions every version of every question
 * @param retired ids no longer offered; what was answered to them stays readable
 * @param templates every version of the organisation's templates, in the order they were published
 * @param mirrors the five factors, each with its two sides
 */
public record QuestionBank(
        String edition,
        List<Question> questions,
        Set<String> retired,
        List<QuestionTemplate> templates,
        List<FactorMirror> mirrors) {

    public QuestionBank {
        questions = List.copyOf(questions);
        retired = Set.copyOf(retired);
        templates = List.copyOf(templates);
        mirrors = List.copyOf(mirrors);
        Set<String> versions = new HashSet<>();
        if (!questions.stream().allMatch(one -> versions.add(one.id() + "@" + one.version()))) {
            throw new IllegalArgumentException("an id and version stand for one question");
        }
    }

    /** The newest version of the question with this id, also when it was retired. */
    public Optional<Question> find(String id) {
        return questions.stream().filter(one -> one.id().equals(id)).max(Comparator.comparingInt(Question::version));
    }

    /** A question as it once was. */
    public Optional<Question> find(String id, int version) {
        return questions.stream()
                .filter(one -> one.id().equals(id) && one.version() == version)
                .findFirst();
    }

    /** The newest version of everything that is offered, ordered by id. */
    public Collection<Question> current() {
        return questions.stream()
                .filter(one -> !retired.contains(one.id()))
                .collect(Collectors.toMap(
                        Question::id,
                        one -> one,
                        BinaryOperator.maxBy(Comparator.comparingInt(Question::version)),
                        TreeMap::new))
                .values();
    }

    /** The newest version of each template, ordered by id. */
    public Collection<QuestionTemplate> currentTemplates() {
        return templates.stream()
                .collect(Collectors.toMap(QuestionTemplate::id, one -> one, (earlier, later) -> later, TreeMap::new))
                .values();
    }

    /** A template for conversations of this type; the newest version where {@code version} is null. */
    public Optional<QuestionTemplate> template(ConversationType type, @Nullable String id, @Nullable Integer version) {
        return templates.stream()
                .filter(one ->
                        one.id().equals(id) && one.type() == type && (version == null || one.version() == version))
                .reduce((earlier, later) -> later);
    }

    /** The template a conversation is prepared with: the very version it names, else the usual one of its type. */
    public Optional<QuestionTemplate> template(ConversationType type, @Nullable String named) {
        Optional<QuestionTemplate> own = templates.stream()
                .filter(one -> one.label().equals(named) && one.type() == type)
                .findFirst();
        return own.isPresent() ? own : usual(type);
    }

    private Optional<QuestionTemplate> usual(ConversationType type) {
        Collection<QuestionTemplate> newest = currentTemplates();
        return templates.stream()
                .filter(one -> one.type() == type && one.usual() && newest.contains(one))
                .reduce((earlier, later) -> later);
    }
}
