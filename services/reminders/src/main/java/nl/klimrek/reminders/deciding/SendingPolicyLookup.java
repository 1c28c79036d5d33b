package nl.klimrek.reminders.deciding;

import java.time.Instant;
import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.settings.PromptSettings;
import nl.klimrek.reminders.settings.PromptSettingsLookup;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.stereotype.Component;

/** Finds what counts for a person at a moment: roster, wishes, hours and the messages of the week. */
@Component
public class SendingPolicyLookup {

    private final RecipientLookup recipients;
    private final PromptSettingsLookup settings;
    private final RemindersProperties properties;

    SendingPolicyLookup(RecipientLookup recipients, PromptSettingsLookup settings, RemindersProperties properties) {
        this.recipients = recipients;
        this.settings = settings;
        this.properties = properties;
    }

    public SendingPolicy find(Key person, SendingDiary diary, Instant now) {
        Recipient recipient = recipients.find(person.organisation(), person.id());
        PromptSettings chosen = settings.find(person);
        return new SendingPolicy(
                recipient,
                chosen,
                chosen.hours(properties.hoursOf(person.organisation())),
                recipients.hasLeft(person.organisation(), person.id()),
                diary.sentBetween(SendingPolicy.thisWeek(recipient, now), SendingPolicy.nextWeek(recipient, now))
                        >= properties.messagesPerWeek());
    }
}
