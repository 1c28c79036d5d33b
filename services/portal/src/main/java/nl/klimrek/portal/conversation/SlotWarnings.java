package nl.klimrek.portal.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.conversation.AvailabilityResponse.Day;
import nl.klimrek.portal.conversation.AvailabilityResponse.Taken;
import nl.klimrek.portal.reader.Reader;

/** Warnings about a slot before it is proposed or accepted. They prevent nothing. */
final class SlotWarnings {
    private static final Duration CLOSE_BEFORE = Duration.ofMinutes(15);
    private final Reader reader;
    private final AvailabilityResponse times;
    private final String other;

    SlotWarnings(Reader reader, AvailabilityResponse times) {
        this.reader = reader;
        this.times = times;
        this.other = reader.name(times.with());
    }

    /** In sentences; empty when the moment fits. */
    List<String> of(Instant start, Instant end) {
        List<String> warnings = new ArrayList<>();
        LocalDate day = start.atZone(reader.zone()).toLocalDate();
        if (times.windowFrom() != null && (day.isBefore(times.windowFrom()) || day.isAfter(times.windowUntil()))) {
            warnings.add(
                    reader.say("conversation.warn.window", reader.window(times.windowFrom(), times.windowUntil())));
        }
        times.days().stream().filter(one -> one.day().equals(day)).forEach(one -> about(one, start, end, warnings));
        for (Taken taken : times.taken()) {
            if (taken.overlaps(start, end)) {
                warnings.add(reader.say("conversation.warn.taken", WeekView.taken(reader, taken)));
            } else if (!taken.end().isAfter(start)
                    && taken.end().plus(CLOSE_BEFORE).isAfter(start)
                    && taken.conversation() != null) {
                warnings.add(reader.say("conversation.warn.after", WeekView.taken(reader, taken)));
            }
        }
        return warnings;
    }

    private void about(Day day, Instant start, Instant end, List<String> warnings) {
        if (!"WORKING".equals(day.you())) {
            warnings.add(reader.say("conversation.warn.you." + day.you()));
        }
        if (!"WORKING".equals(day.other())) {
            warnings.add(reader.say("conversation.warn.other." + day.other(), other));
        }
        if (day.opens() != null && (start.isBefore(day.opens()) || end.isAfter(day.closes()))) {
            warnings.add(reader.say("conversation.warn.hours", reader.clock(day.opens()), reader.clock(day.closes())));
        }
    }
}
