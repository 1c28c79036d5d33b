package nl.klimrek.reminders.sending;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.deciding.SendingPolicy;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.SeriesProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When nothing has followed on a message: some days later, at the start of the recipient's hours. */
@Component
class SeriesTiming {

    private final SeriesProperties properties;

    SeriesTiming(SeriesProperties properties) {
        this.properties = properties;
    }

    /** The moment after a message of this rule; null for a rule without a series. */
    @Nullable
    Instant followUpAt(PromptRule rule, SendingPolicy policy, Instant sentAt) {
        if (rule.series() == null) {
            return null;
        }
        Duration day = properties.day().get(rule.name());
        if (day != null) {
            return sentAt.plus(day.multipliedBy(rule.series().every()));
        }
        Recipient recipient = policy.recipient();
        return recipient.nextMoment(
                recipient.startOf(recipient.dayOf(sentAt).plusDays(rule.series().every()), policy.hours()),
                policy.hours());
    }
}
