package nl.klimrek.conversations.questions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HR's own sets of questions. */
@RestController
@RequestMapping("/api/questions/templates")
class QuestionTemplateController {

    private final QuestionBankRepository questions;
    private final AggregateStore<OrganisationQuestionBank> banks;
    private final AccessControl access;

    QuestionTemplateController(
            QuestionBankRepository questions, AggregateStore<OrganisationQuestionBank> banks, AccessControl access) {
        this.questions = questions;
        this.banks = banks;
        this.access = access;
    }

    /**
     * @param usual whether every conversation of this type gets it that names no other
     * @param questions ids in order; each side gets 3 to 7 of them, one for the heart
     */
    record NewTemplate(
            @NotNull ConversationType type,
            @NotBlank @Size(max = 100) String name,
            boolean usual,
            @NotEmpty @Size(max = 14) List<@NotBlank @Size(max = 100) String> questions) {

        QuestionTemplate as(String id) {
            return new QuestionTemplate(id, 1, type, name.strip(), usual, questions);
        }
    }

    @GetMapping
    Page<QuestionTemplate> list(ListRequest asked, Caller caller) {
        access.hr(caller);
        List<QuestionTemplate> all =
                List.copyOf(questions.bank(caller.organisation()).currentTemplates());
        return Page.of(all, QuestionTemplate::id, asked);
    }

    @PostMapping
    ResponseEntity<QuestionTemplate> publish(
            @Valid @RequestBody NewTemplate body, Caller caller, MessageContext context) {
        String id = "own-" + CommandIdGenerator.newId(context);
        Versioned<OrganisationQuestionBank> changed = publish(id, body, false, caller, context);
        return ResponseEntity.created(URI.create("/api/questions/templates/" + id))
                .eTag(ETags.of(changed.version()))
                .body(changed.state().template(id));
    }

    /** The next version; what was prepared with earlier ones stays with them. */
    @PostMapping("{id}/versions")
    ResponseEntity<QuestionTemplate> revise(
            @PathVariable String id, @Valid @RequestBody NewTemplate body, Caller caller, MessageContext context) {
        Versioned<OrganisationQuestionBank> changed = publish(id, body, true, caller, context);
        return ETags.ok(Objects.requireNonNull(changed.state().template(id)), changed);
    }

    private Versioned<OrganisationQuestionBank> publish(
            String id, NewTemplate body, boolean known, Caller caller, MessageContext context) {
        access.hr(caller);
        return banks.handle(QuestionBankRepository.keyOf(caller.organisation()), context, found -> {
            OrganisationQuestionBank own = found.orElse(OrganisationQuestionBank.EMPTY);
            return known && own.template(id) == null
                    ? Decision.refuse("template-unknown")
                    : own.publish(questions.brought(), body.as(id));
        });
    }
}
