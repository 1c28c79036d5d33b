package nl.klimrek.reminders.sending;

import java.time.Instant;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptSeries;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.RecipientLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows up messages upon which nothing followed: the next of the series, then a person who is asked to look. The silence of
 * somebody who is absent does not count.
 */
@Component
class FollowUp {

    private final AggregateStore<Prompt> prompts;
    private final PromptCatalogue catalogue;
    private final RecipientLookup recipients;

    FollowUp(AggregateStore<Prompt> prompts, PromptCatalogue catalogue, RecipientLookup recipients) {
        this.prompts = prompts;
        this.catalogue = catalogue;
        this.recipients = recipients;
    }

    void run(Key key, Prompt prompt, Instant now) {
        Organisation organisation = key.organisation();
        Recipient recipient = recipients.find(organisation, prompt.actor());
        PromptSeries series = catalogue.rule(prompt.action()).series();
        int messages = series == null ? 0 : series.messages();
        String to = series == null ? null : target(organisation, prompt, series);
        prompts.handle(
                key,
                MessageContext.system("reminders"),
                before -> before.map(found -> recipient.absentAt(now) && messages > 0
                                ? found.waitUntil(recipient.afterAbsence(now), now)
                                : found.followUp(messages, to, now))
                        .orElseGet(Decision::unchanged));
    }

    /** Person id of the one who is asked to look; null for HR, also where nobody else is there. */
    private @Nullable String target(Organisation organisation, Prompt prompt, PromptSeries series) {
        String person = switch (series.then()) {
            case OTHER_SIDE -> prompt.progress().escalateTo();
            case MANAGER -> recipients.managerOf(organisation, prompt.actor()).orElse(null);
            case HR -> null;
        };
        return person == null || person.equals(prompt.actor()) || recipients.hasLeft(organisation, person)
                ? null
                : person;
    }
}
