package nl.klimrek.reminders.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.prompt.PromptOccasion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says with whom and when, in the reader's language and time zone. What is not known is left out. */
@Component
public class OccasionTexts {

    private static final String DAY = "EEEE d MMMM yyyy";

    private final ContactDirectory contacts;
    private final MessageSource messages;

    OccasionTexts(ContactDirectory contacts, MessageSource messages) {
        this.contacts = contacts;
        this.messages = messages;
    }

    /** Short lines such as "With Bram Jansen" and "Monday 11 January 2027, 10:00 to 11:00". */
    public List<String> lines(PromptOccasion occasion, Organisation organisation, ZoneId zone, Locale locale) {
        List<String> lines = new ArrayList<>();
        with(occasion, organisation).ifPresent(name -> lines.add(text("mail.occasion.with", locale, name)));
        when(occasion, zone, locale).ifPresent(lines::add);
        return lines;
    }

    /** Name of the other person; empty when there is none, or no name that can be shown. */
    public Optional<String> with(PromptOccasion occasion, Organisation organisation) {
        return Optional.ofNullable(occasion.with())
                .map(person -> contacts.find(Key.of(organisation, person)).name())
                .filter(name -> !name.isEmpty());
    }

    /** Day, days, or day and time; empty when there is none. */
    public Optional<String> when(PromptOccasion occasion, ZoneId zone, Locale locale) {
        Instant start = occasion.start();
        Instant end = occasion.end();
        LocalDate first = occasion.firstDay();
        LocalDate last = occasion.lastDay();
        if (start != null && end != null) {
            return Optional.of(slot(start.atZone(zone), end.atZone(zone), locale));
        }
        if (first != null && last != null && !first.equals(last)) {
            return Optional.of(text("mail.occasion.days", locale, day(first, locale), day(last, locale)));
        }
        return Optional.ofNullable(last).map(day -> text("mail.occasion.day", locale, day(day, locale)));
    }

    private String slot(ZonedDateTime start, ZonedDateTime end, Locale locale) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", locale);
        return text(
                "mail.occasion.slot",
                locale,
                day(start.toLocalDate(), locale),
                start.format(time),
                end.toLocalDate().equals(start.toLocalDate())
                        ? end.format(time)
                        : day(end.toLocalDate(), locale) + " " + end.format(time));
    }

    private static String day(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern(DAY, locale));
    }

    private String text(String code, Locale locale, Object... values) {
        return messages.getMessage(code, values, locale);
    }
}
