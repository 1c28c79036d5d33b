package nl.klimrek.reminders.inbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptRuleKind;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.wording.ChosenWording;
import nl.klimrek.reminders.wording.WordingSelector;
import nl.klimrek.servicekit.command.ETags;
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

/** The caller's own prompts. */
@RestController
@RequestMapping("/api/reminders")
class PromptController {

    private final AggregateStore<Prompt> prompts;
    private final AggregateStore<PromptInbox> inboxes;
    private final PromptCatalogue catalogue;
    private final PromptViewMapper mapper;
    private final WordingSelector wordings;
    private final RecipientLookup recipients;
    private final Clock clock;

    PromptController(
            AggregateStore<Prompt> prompts,
            AggregateStore<PromptInbox> inboxes,
            PromptCatalogue catalogue,
            PromptViewMapper mapper,
            WordingSelector wordings,
            RecipientLookup recipients,
            Clock clock) {
        this.prompts = prompts;
        this.inboxes = inboxes;
        this.catalogue = catalogue;
        this.mapper = mapper;
        this.wordings = wordings;
        this.recipients = recipients;
        this.clock = clock;
    }

    @GetMapping
    Page<PromptView> findOwn(ListRequest page, Caller caller, Locale locale) {
        List<Key> keys = inboxes
                .find(Key.of(caller.organisation(), caller.person()))
                .map(Versioned::state)
                .orElse(PromptInbox.EMPTY)
                .open()
                .stream()
                .map(id -> Key.of(caller.organisation(), id))
                .toList();
        List<PromptView> open = prompts.findAll(keys).stream()
                .map(Versioned::state)
                .filter(prompt -> prompt.isWaiting() && prompt.actor().equals(caller.person()))
                .map(prompt -> view(prompt, caller, locale))
                .sorted(Comparator.comparing(PromptView::id))
                .toList();
        return Page.of(open, PromptView::id, page);
    }

    @GetMapping("{id}")
    ResponseEntity<PromptView> find(@PathVariable String id, Caller caller, Locale locale) {
        Versioned<Prompt> prompt = prompts.find(Key.of(caller.organisation(), id))
                .filter(found -> found.state().actor().equals(caller.person()))
                .orElseThrow(() -> new RefusedException(Refusal.of("prompt-unknown")));
        return ETags.ok(view(prompt.state(), caller, locale), prompt);
    }

    @PostMapping("{id}/snooze")
    ResponseEntity<PromptView> snooze(
            @PathVariable String id,
            @Valid @RequestBody Snooze snooze,
            Caller caller,
            MessageContext context,
            Locale locale) {
        Instant now = clock.instant();
        return change(id, caller, context, locale, prompt -> prompt.snooze(snooze.until(), now));
    }

    @PostMapping("{id}/not-for-me")
    ResponseEntity<PromptView> notForMe(@PathVariable String id, Caller caller, MessageContext context, Locale locale) {
        return change(id, caller, context, locale, Prompt::notForMe);
    }

    /** Says that a notice was seen; a prompt that asks for a step ends with the step. */
    @PostMapping("{id}/seen")
    ResponseEntity<PromptView> seen(@PathVariable String id, Caller caller, MessageContext context, Locale locale) {
        return change(
                id,
                caller,
                context,
                locale,
                prompt -> catalogue.rule(prompt.action()).kind() == PromptRuleKind.NOTICE
                        ? prompt.see()
                        : Decision.refuse("prompt-needs-step"));
    }

    /** Restores a declined prompt. */
    @PostMapping("{id}/for-me-again")
    ResponseEntity<PromptView> forMeAgain(
            @PathVariable String id, Caller caller, MessageContext context, Locale locale) {
        Instant now = clock.instant();
        return change(id, caller, context, locale, prompt -> prompt.forMeAgain(now));
    }

    private ResponseEntity<PromptView> change(
            String id, Caller caller, MessageContext context, Locale locale, Function<Prompt, Decision<Prompt>> step) {
        Versioned<Prompt> changed = prompts.handle(
                Key.of(caller.organisation(), id),
                context,
                before -> before.filter(prompt -> prompt.actor().equals(caller.person()))
                        .map(step)
                        .orElseThrow(() -> new RefusedException(Refusal.of("prompt-unknown"))));
        return ETags.ok(view(changed.state(), caller, locale), changed);
    }

    private PromptView view(Prompt prompt, Caller caller, Locale locale) {
        ChosenWording words = wordings.last(
                prompt,
                caller.organisation(),
                () -> recipients.find(caller.organisation(), caller.person()).zone(),
                locale);
        return mapper.view(
                prompt, catalogue.rule(prompt.action()).kind(), words.step(), words.why(), words.ownVersion());
    }

    /** @param until moment of the next prompt */
    record Snooze(@NotNull Instant until) {}
}
