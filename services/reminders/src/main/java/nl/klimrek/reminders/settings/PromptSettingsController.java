package nl.klimrek.reminders.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.reminders.timing.SendingHours;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own choices about prompts. */
@RestController
@RequestMapping("/api/reminders/settings")
class PromptSettingsController {

    private final AggregateStore<PromptSettings> settings;
    private final PromptCatalogue catalogue;
    private final RemindersProperties properties;
    private final MessageSource messages;
    private final ContactDirectory contacts;

    PromptSettingsController(
            AggregateStore<PromptSettings> settings,
            PromptCatalogue catalogue,
            RemindersProperties properties,
            MessageSource messages,
            ContactDirectory contacts) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.properties = properties;
        this.messages = messages;
        this.contacts = contacts;
    }

    @GetMapping
    ResponseEntity<SettingsView> find(Caller caller, Locale locale) {
        return settings.find(key(caller))
                .map(found -> ETags.ok(view(found.state(), caller, locale), found))
                .orElseGet(() -> ResponseEntity.ok(view(PromptSettings.none(caller.person()), caller, locale)));
    }

    @PutMapping
    ResponseEntity<SettingsView> change(
            @Valid @RequestBody Choices choices, Caller caller, MessageContext context, Locale locale) {
        PromptSettings next = new PromptSettings(
                caller.person(), choices.withoutMail(), choices.unwanted(), choices.from(), choices.until());
        Versioned<PromptSettings> changed = settings.handle(
                key(caller),
                context,
                before -> before.orElse(PromptSettings.none(caller.person())).change(next));
        return changed.state() == null
                ? ResponseEntity.ok(view(next, caller, locale))
                : ETags.ok(view(changed.state(), caller, locale), changed);
    }

    private SettingsView view(PromptSettings chosen, Caller caller, Locale locale) {
        SendingHours usual = properties.hoursOf(caller.organisation());
        return new SettingsView(
                Arrays.stream(PromptGroup.values())
                        .map(group -> new GroupView(
                                group,
                                !chosen.unwanted().contains(group),
                                !chosen.withoutMail().contains(group),
                                steps(group, true, locale),
                                steps(group, false, locale)))
                        .toList(),
                chosen.from(),
                chosen.until(),
                usual.from(),
                usual.until(),
                properties.messagesPerWeek(),
                contacts.find(key(caller)).undeliverableSince());
    }

    private List<String> steps(PromptGroup group, boolean optional, Locale locale) {
        return catalogue.all().stream()
                .filter(rule -> rule.group() == group && rule.optional() == optional)
                .map(rule -> messages.getMessage("mail." + rule.name() + ".subject", null, locale))
                .toList();
    }

    private static Key key(Caller caller) {
        return Key.of(caller.organisation(), caller.person());
    }

    /**
     * @param withoutMail groups that come to the inbox only
     * @param unwanted groups that do not come at all
     * @param from start of own hours; null for those of the organisation
     * @param until end of own hours; null for those of the organisation
     */
    record Choices(
            @NotNull Set<@NotNull PromptGroup> withoutMail,
            @NotNull Set<@NotNull PromptGroup> unwanted,
            @Nullable LocalTime from,
            @Nullable LocalTime until) {}

    /**
     * @param usualFrom start of the organisation's hours
     * @param usualUntil end of the organisation's hours
     * @param perWeek messages a week at most, duties apart
     * @param undeliverableSince moment since which the person's address accepts no mail; null while it does
     */
    record SettingsView(
            List<GroupView> groups,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            LocalTime usualFrom,
            LocalTime usualUntil,
            int perWeek,
            @Nullable Instant undeliverableSince) {}

    /**
     * @param wanted whether the person wants them
     * @param mail whether they come as a message too
     * @param optional subjects of those that the person chooses about
     * @param duties subjects of those that come in any case
     */
    record GroupView(PromptGroup group, boolean wanted, boolean mail, List<String> optional, List<String> duties) {}
}
