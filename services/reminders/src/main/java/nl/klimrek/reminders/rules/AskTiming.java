package nl.klimrek.reminders.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.reminders.catalogue.PromptAsk;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.reminders.timing.SendingHours;
import org.jspecify.annotations.Nullable;

/** The moments and the occasion of one question of a rule, in the receiver's own calendar. */
record AskTiming(PromptAsk ask, EventFields event, EventMeta meta, RemindersProperties properties) {

    /** Whether the event has the day or moment that counts. */
    boolean isKnown() {
        return ask.from() == null || event.moment(ask.from()).isPresent();
    }

    /** The earliest moment to send. */
    Instant due(Recipient receiver) {
        Object from = event.moment(ask.from()).orElse(meta.time());
        SendingHours hours = properties.hoursOf(meta.organisation());
        int days = days();
        if (from instanceof LocalDate day) {
            return receiver.startOf(day.plusDays(days), hours);
        }
        Instant moment = (Instant) from;
        return days == 0 && ask.daysSetting() == null
                ? moment
                : receiver.startOf(receiver.dayOf(moment).plusDays(days), hours);
    }

    /** The moment from which the message makes no sense; null for none. A last day counts whole. */
    @Nullable
    Instant obsoleteAt(Recipient receiver) {
        Optional<Object> until = event.moment(ask.until());
        if (until.isEmpty()) {
            return null;
        }
        return until.get() instanceof LocalDate day
                ? receiver.endOf(day.plusDays(ask.untilDays()))
                : (Instant) until.get();
    }

    /** With whom and when, as a message to this person says it. */
    PromptOccasion occasion(String receiver) {
        String with = Stream.of("employee", "counterpart", "colleague")
                .flatMap(field -> event.text(field).stream())
                .filter(person -> !person.equals(receiver))
                .findFirst()
                .orElse(null);
        return new PromptOccasion(
                with,
                moment("slotStart", Instant.class),
                moment("slotEnd", Instant.class),
                moment("windowFrom", LocalDate.class),
                Stream.of("windowUntil", ask.from(), ask.until())
                        .map(field -> moment(field, LocalDate.class))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private <T> @Nullable T moment(@Nullable String field, Class<T> type) {
        return event.moment(field).filter(type::isInstance).map(type::cast).orElse(null);
    }

    private int days() {
        String setting = ask.daysSetting();
        return setting == null
                ? ask.days()
                : -event.number(ask.daysField()).orElseGet(() -> properties.daysOf(setting));
    }
}
