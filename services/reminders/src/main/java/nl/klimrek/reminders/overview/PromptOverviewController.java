package nl.klimrek.reminders.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.catalogue.PromptRuleKind;
import nl.klimrek.reminders.catalogue.PromptSeries;
import nl.klimrek.reminders.catalogue.PromptTexts;
import nl.klimrek.reminders.mail.UndeliverableList;
import nl.klimrek.reminders.mail.UndeliverableList.UndeliverableAddress;
import nl.klimrek.reminders.overview.EscalationOverview.Silence;
import nl.klimrek.reminders.wording.OwnTemplate;
import nl.klimrek.reminders.wording.TemplateDirectory;
import nl.klimrek.reminders.wording.Wording;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules in force, which everybody may read, and HR's view of what goes out. */
@RestController
@RequestMapping("/api/reminders")
class PromptOverviewController {

    private final PromptCatalogue catalogue;
    private final PreviewCalculator previews;
    private final EscalationOverview escalations;
    private final UndeliverableList undeliverable;
    private final TemplateDirectory templates;
    private final PromptTexts texts;

    PromptOverviewController(
            PromptCatalogue catalogue,
            PreviewCalculator previews,
            EscalationOverview escalations,
            UndeliverableList undeliverable,
            TemplateDirectory templates,
            PromptTexts texts) {
        this.catalogue = catalogue;
        this.previews = previews;
        this.escalations = escalations;
        this.undeliverable = undeliverable;
        this.templates = templates;
        this.texts = texts;
    }

    @GetMapping("rules")
    List<RuleView> findRules(Caller caller, Locale locale) {
        return catalogue.all().stream()
                .map(rule -> view(rule, templates.recent(caller.organisation(), rule.action()), locale))
                .toList();
    }

    @GetMapping("preview")
    PromptPreview preview(Caller caller, Locale locale) {
        requireHr(caller);
        return previews.preview(caller.organisation(), locale);
    }

    @GetMapping("escalated")
    Page<Silence> findEscalated(ListRequest page, Caller caller) {
        requireHr(caller);
        List<Silence> silences = escalations.find(caller.organisation()).stream()
                .sorted(Comparator.comparing(Silence::id))
                .toList();
        return Page.of(silences, Silence::id, page);
    }

    @GetMapping("undeliverable")
    Page<UndeliverableAddress> findUndeliverable(ListRequest page, Caller caller) {
        requireHr(caller);
        return Page.of(undeliverable.find(caller.organisation()), UndeliverableAddress::person, page);
    }

    private RuleView view(PromptRule rule, OwnTemplate own, Locale locale) {
        Optional<Wording> words = own.version(own.current()).map(version -> version.in(locale));
        return new RuleView(
                rule.action(),
                rule.version(),
                rule.kind(),
                rule.group(),
                words.map(Wording::subject).orElseGet(() -> texts.subject(rule.action(), locale)),
                words.map(each -> each.steps().get(0)).orElseGet(() -> texts.step(rule.action(), 1, locale)),
                words.map(Wording::why).orElseGet(() -> texts.why(rule.action(), locale)),
                rule.series(),
                own.current(),
                own.inUse().size() > 1);
    }

    private static void requireHr(Caller caller) {
        if (!caller.is(Role.HR)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
    }

    /**
     * @param kind how binding it is
     * @param group group of the settings it belongs to
     * @param subject subject of its message
     * @param step the step in words
     * @param why the reason in words
     * @param series repetition while nothing follows; null for a single message
     * @param ownVersion version of the organisation's own words; 0 for the built-in ones
     * @param compared whether other words are compared with these
     */
    record RuleView(
            PromptAction action,
            int version,
            PromptRuleKind kind,
            PromptGroup group,
            String subject,
            String step,
            String why,
            @Nullable PromptSeries series,
            int ownVersion,
            boolean compared) {}
}
