package nl.klimrek.conversations.questions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.conversations.QuestionPublished;
import nl.klimrek.contracts.conversations.QuestionRetired;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.conversations.TemplatePublished;
import nl.klimrek.conversations.questions.QuestionTags.Aspect;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one organisation to the bank: its own questions, retired questions and templates. A version never
 * changes, so an answer always finds the question it was given to.
 *
 * @param questions every version of the organisation's own questions, in the order they were published
 * @param retired ids, own ones and Klimrek's
 * @param templates every version, in the order they were published
 */
public record OrganisationQuestionBank(List<Own> questions, Set<String> retired, List<QuestionTemplate> templates) {

    /** Own versions an organisation has room for; a person reads none of them all. */
    static final int MAX_VERSIONS = 1000;

    static final OrganisationQuestionBank EMPTY = new OrganisationQuestionBank(List.of(), Set.of(), List.of());

    public OrganisationQuestionBank {
        questions = List.copyOf(questions);
        retired = Set.copyOf(retired);
        templates = List.copyOf(templates);
    }

    /** A question with the commitment that stands for its words outside. */
    public record Own(Question question, Commitment commitment) {

        static Own of(Question question) {
            return new Own(
                    question,
                    Commitment.to(Objects.toString(question.nl(), "") + '\n' + Objects.toString(question.en(), "")));
        }
    }

    /** This, on top of what Klimrek brings. */
    QuestionBank over(QuestionBank brought) {
        List<Question> all = new ArrayList<>(brought.questions());
        questions.forEach(own -> all.add(own.question()));
        int changes = questions.size() + retired.size() + templates.size();
        String edition = changes == 0 ? brought.edition() : brought.edition() + "." + changes;
        return new QuestionBank(edition, all, retired, templates, brought.mirrors());
    }

    /** Adds a question. */
    Decision<OrganisationQuestionBank> add(Question question) {
        return find(question.id()) == null ? published(question) : Decision.unchanged();
    }

    /** Adds the next version of a question that is the organisation's own, such as its translation. */
    Decision<OrganisationQuestionBank> revise(QuestionBank brought, Question changed) {
        Question newest = find(changed.id());
        if (newest == null) {
            return Decision.refuse(brought.find(changed.id()).isPresent() ? "question-not-own" : "question-unknown");
        }
        return retired.contains(changed.id())
                ? Decision.refuse("question-retired")
                : published(changed.numbered(newest.version() + 1));
    }

    /** Offers a question no longer; a sheet that has it keeps it. */
    Decision<OrganisationQuestionBank> retire(QuestionBank brought, String id) {
        return over(brought)
                .find(id)
                .map(known -> {
                    Set<String> more = new LinkedHashSet<>(retired);
                    return more.add(id)
                            ? Decision.accept(
                                    new OrganisationQuestionBank(questions, more, templates),
                                    new QuestionRetired(id, known.version()))
                            : Decision.<OrganisationQuestionBank>unchanged();
                })
                .orElseGet(() -> Decision.refuse("question-unknown"));
    }

    /** Adds a template, or the next version of one; the version it comes with does not matter. */
    Decision<OrganisationQuestionBank> publish(QuestionBank brought, QuestionTemplate template) {
        Map<String, Question> offered =
                over(brought).current().stream().collect(Collectors.toMap(Question::id, Function.identity()));
        List<Question> asked = template.questions().stream().map(offered::get).toList();
        if (asked.contains(null)) {
            return Decision.refuse("question-unknown");
        }
        if (!Arrays.stream(Side.values()).allMatch(side -> enough(template, asked, side))) {
            return Decision.refuse(
                    "template-unbalanced",
                    "fewest",
                    QuestionTemplate.MIN_QUESTIONS,
                    "most",
                    QuestionTemplate.MAX_QUESTIONS);
        }
        if (full()) {
            return Decision.refuse("bank-full", "most", MAX_VERSIONS);
        }
        QuestionTemplate newest = template(template.id());
        QuestionTemplate next = template.numbered(newest == null ? 1 : newest.version() + 1);
        return Decision.accept(
                new OrganisationQuestionBank(questions, retired, plus(templates, next)),
                new TemplatePublished(next.id(), next.version(), next.type(), next.questions()));
    }

    /** The newest version of an own question; null when there is none. */
    @Nullable
    Question find(String id) {
        return questions.stream()
                .map(Own::question)
                .filter(one -> one.id().equals(id))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The newest version of a template; null when there is none. */
    @Nullable
    QuestionTemplate template(String id) {
        return templates.stream()
                .filter(one -> one.id().equals(id))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private Decision<OrganisationQuestionBank> published(Question question) {
        if (full()) {
            return Decision.refuse("bank-full", "most", MAX_VERSIONS);
        }
        Own own = Own.of(question);
        return Decision.accept(
                new OrganisationQuestionBank(plus(questions, own), retired, templates),
                new QuestionPublished(
                        question.id(), question.version(), own.commitment().hash()));
    }

    private boolean full() {
        return questions.size() + templates.size() >= MAX_VERSIONS;
    }

    /** Whether a side gets a small set, with one for the heart; a question of another type counts for nobody. */
    private static boolean enough(QuestionTemplate template, List<Question> asked, Side side) {
        List<Question> own =
                asked.stream().filter(one -> one.fits(template.type(), side)).toList();
        return asked.stream().distinct().count() == asked.size()
                && asked.stream().allMatch(one -> one.types().contains(template.type()))
                && own.size() >= QuestionTemplate.MIN_QUESTIONS
                && own.size() <= QuestionTemplate.MAX_QUESTIONS
                && own.stream().anyMatch(one -> one.aspect() == Aspect.HEART);
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
