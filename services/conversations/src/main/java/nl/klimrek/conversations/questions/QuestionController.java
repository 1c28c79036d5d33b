package nl.klimrek.conversations.questions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The question bank: everybody reads it, HR changes what is the organisation's own. */
@RestController
@RequestMapping("/api/questions")
class QuestionController {

    /** Own ids are told from Klimrek's by how they begin. */
    private static final String OWN = "own-";

    private final QuestionBankRepository questions;
    private final AggregateStore<OrganisationQuestionBank> banks;
    private final QuestionViewMapper views;
    private final AccessControl access;

    QuestionController(
            QuestionBankRepository questions,
            AggregateStore<OrganisationQuestionBank> banks,
            QuestionViewMapper views,
            AccessControl access) {
        this.questions = questions;
        this.banks = banks;
        this.views = views;
        this.access = access;
    }

    /** A question in one language or both; the other can follow as the next version. */
    record NewWording(
            @Size(max = 500) @Pattern(regexp = "(?s).*\\S.*")
            String nl,

            @Size(max = 500) @Pattern(regexp = "(?s).*\\S.*")
            String en,

            @NotNull QuestionTags.Factor factor,
            @NotNull QuestionTags.Competence competence,
            @NotNull Approach approach,
            @NotNull Horizon horizon,
            @NotNull Perspective perspective,
            @NotNull QuestionTags.Aspect aspect,
            @NotNull QuestionTags.Mode mode,
            @NotNull QuestionTags.Audience audience,
            @NotEmpty @Size(max = 8) List<@NotNull ConversationType> types) {

        @AssertTrue
        boolean isWorded() {
            return nl != null || en != null;
        }

        Question as(String id) {
            return new Question(
                    id,
                    1,
                    nl == null ? null : nl.strip(),
                    en == null ? null : en.strip(),
                    factor,
                    competence,
                    approach,
                    horizon,
                    perspective,
                    aspect,
                    mode,
                    audience,
                    types);
        }
    }

    /** @param type only those that fit this type of conversation; absent for all */
    @GetMapping
    Page<QuestionView> list(
            @RequestParam(required = false) @Nullable ConversationType type,
            ListRequest asked,
            Caller caller,
            Locale reader) {
        List<QuestionView> all = questions.bank(caller.organisation()).current().stream()
                .filter(question -> type == null || question.types().contains(type))
                .sorted(Comparator.comparing(Question::id))
                .map(question -> views.in(question, reader))
                .toList();
        return Page.of(all, QuestionView::id, asked);
    }

    /** Also one that is no longer offered, and as it once was. @param version absent for the newest */
    @GetMapping("{id}")
    QuestionView one(
            @PathVariable String id,
            @RequestParam(required = false) @Min(1) @Nullable Integer version,
            Caller caller,
            Locale reader) {
        Question found = version == null
                ? questions.get(caller.organisation(), id)
                : questions
                        .bank(caller.organisation())
                        .find(id, version)
                        .orElseThrow(() -> new RefusedException(Refusal.of("question-unknown")));
        return views.in(found, reader);
    }

    @PostMapping
    ResponseEntity<QuestionView> add(
            @Valid @RequestBody NewWording body, Caller caller, MessageContext context, Locale reader) {
        access.hr(caller);
        String id = OWN + CommandIdGenerator.newId(context);
        Versioned<OrganisationQuestionBank> changed = banks.handle(
                QuestionBankRepository.keyOf(caller.organisation()),
                context,
                found -> found.orElse(OrganisationQuestionBank.EMPTY).add(body.as(id)));
        return ResponseEntity.created(URI.create("/api/questions/" + id))
                .eTag(ETags.of(changed.version()))
                .body(views.in(Objects.requireNonNull(changed.state().find(id)), reader));
    }

    /** Changes or translates an own question; what was answered to earlier versions stays with them. */
    @PostMapping("{id}/versions")
    ResponseEntity<QuestionView> revise(
            @PathVariable String id,
            @Valid @RequestBody NewWording body,
            Caller caller,
            MessageContext context,
            Locale reader) {
        access.hr(caller);
        Versioned<OrganisationQuestionBank> changed = banks.handle(
                QuestionBankRepository.keyOf(caller.organisation()),
                context,
                found -> found.orElse(OrganisationQuestionBank.EMPTY).revise(questions.brought(), body.as(id)));
        return ETags.ok(views.in(Objects.requireNonNull(changed.state().find(id)), reader), changed);
    }

    /** Offers a question no longer, an own one or Klimrek's; sheets that have it keep it. */
    @PostMapping("{id}/retire")
    ResponseEntity<QuestionView> retire(@PathVariable String id, Caller caller, MessageContext context, Locale reader) {
        access.hr(caller);
        Versioned<OrganisationQuestionBank> changed = banks.handle(
                QuestionBankRepository.keyOf(caller.organisation()),
                context,
                found -> found.orElse(OrganisationQuestionBank.EMPTY).retire(questions.brought(), id));
        return ETags.ok(views.in(questions.get(caller.organisation(), id), reader), changed);
    }
}
