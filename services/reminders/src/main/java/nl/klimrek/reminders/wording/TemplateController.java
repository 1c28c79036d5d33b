package nl.klimrek.reminders.wording;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.wording.TemplateRequests.Words;
import nl.klimrek.reminders.wording.TemplateViews.CheckView;
import nl.klimrek.reminders.wording.TemplateViews.TemplateView;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.problem.ProblemFactory;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words of prompts that HR chose for their organisation. Words are checked before they are saved. */
@RestController
@RequestMapping("/api/reminders/templates/{kind}")
class TemplateController {

    private final TemplateDirectory templates;
    private final TemplateCheck check;
    private final TemplateViews views;
    private final ProblemFactory problems;
    private final Clock clock;

    TemplateController(
            TemplateDirectory templates,
            TemplateCheck check,
            TemplateViews views,
            ProblemFactory problems,
            Clock clock) {
        this.templates = templates;
        this.check = check;
        this.views = views;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<TemplateView> find(@PathVariable String kind, Caller caller) {
        PromptAction action = require(kind, caller);
        Optional<Versioned<OwnTemplate>> found = templates.find(caller.organisation(), action);
        return found.map(own -> ETags.ok(views.template(own.state()), own))
                .orElseGet(() -> ResponseEntity.ok(views.template(OwnTemplate.none(action))));
    }

    /** What the check finds in these words, and how they read. It saves nothing. */
    @PostMapping("check")
    CheckView check(@PathVariable String kind, @Valid @RequestBody Words words, Caller caller, Locale locale) {
        PromptAction action = require(kind, caller);
        return views.check(action, words, check.findings(words), locale);
    }

    @PutMapping
    ResponseEntity<TemplateView> save(
            @PathVariable String kind,
            @Valid @RequestBody Words words,
            Caller caller,
            MessageContext context,
            Locale locale) {
        PromptAction action = require(kind, caller);
        check.requireKind(words, action, locale);
        return change(
                caller,
                action,
                context,
                own -> own.save(words.dutch().wording(), words.english().wording(), clock.instant()));
    }

    /** Saves words that are compared with those in use. */
    @PostMapping("comparison")
    ResponseEntity<TemplateView> compare(
            @PathVariable String kind,
            @Valid @RequestBody Words words,
            Caller caller,
            MessageContext context,
            Locale locale) {
        PromptAction action = require(kind, caller);
        check.requireKind(words, action, locale);
        return change(
                caller,
                action,
                context,
                own -> own.compare(words.dutch().wording(), words.english().wording(), clock.instant()));
    }

    /** Ends a comparison: this version stays in use. */
    @PostMapping("choice")
    ResponseEntity<TemplateView> choose(
            @PathVariable String kind,
            @Valid @RequestBody TemplateRequests.Choice choice,
            Caller caller,
            MessageContext context) {
        return change(caller, require(kind, caller), context, own -> own.choose(choice.version()));
    }

    /** Goes back to the built-in words. */
    @DeleteMapping
    ResponseEntity<TemplateView> reset(@PathVariable String kind, Caller caller, MessageContext context) {
        return change(caller, require(kind, caller), context, OwnTemplate::reset);
    }

    @ExceptionHandler
    ProblemDetail refused(WordingRefusedException refused, HttpServletRequest request) {
        return problems.ofFields(refused.code(), refused.problems(), request);
    }

    private ResponseEntity<TemplateView> change(
            Caller caller,
            PromptAction action,
            MessageContext context,
            Function<OwnTemplate, Decision<OwnTemplate>> step) {
        Versioned<OwnTemplate> changed = templates.change(caller.organisation(), action, context, step);
        return changed.state() == null
                ? ResponseEntity.ok(views.template(OwnTemplate.none(action)))
                : ETags.ok(views.template(changed.state()), changed);
    }

    private static PromptAction require(String kind, Caller caller) {
        if (!caller.is(Role.HR)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        return Arrays.stream(PromptAction.values())
                .filter(action -> PromptNeed.code(action).equals(kind))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.of("template-unknown")));
    }
}
