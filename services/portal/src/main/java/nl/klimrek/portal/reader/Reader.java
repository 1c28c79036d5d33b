package nl.klimrek.portal.reader;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Formats facts in the reader's language, time zone and names. One per request. */
public final class Reader {
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private final Viewer viewer;
    private final NameLookup names;
    private final MessageSource messages;
    private final ZoneId zone;
    private final Map<String, String> known = new HashMap<>();

    public Reader(Viewer viewer, NameLookup names, MessageSource messages) {
        this.viewer = viewer;
        this.names = names;
        this.messages = messages;
        this.zone = names.zone(viewer.organisation(), viewer.person()).orElse(DEFAULT_ZONE);
    }

    public Viewer viewer() {
        return viewer;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The text of a key, with its arguments. */
    public String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, key, viewer.language());
    }

    /** The text of a code of a kind; the code itself when this portal does not know it. */
    public String code(String kind, @Nullable String code) {
        return code == null ? "" : messages.getMessage(kind + "." + code, null, code, viewer.language());
    }

    /** The text of a key; empty when there is none. */
    public Optional<String> findText(String key, Object... arguments) {
        return Optional.ofNullable(messages.getMessage(key, arguments, null, viewer.language()));
    }

    /** A person as the object of a sentence: "you", their name, the system, or that the name is unknown. */
    public String who(@Nullable String person) {
        if (person == null || person.startsWith("system:")) {
            return say("who.system");
        }
        return person.equals(viewer.person()) ? say("who.you") : name(person);
    }

    /** A person as the subject of a sentence: "you" or their name. */
    public String whoSubject(String person) {
        return person.equals(viewer.person()) ? say("who.you.subject") : name(person);
    }

    /** A person at the beginning of a line: "You" or their name. */
    public String whoFirst(String person) {
        return person.equals(viewer.person()) ? say("who.you.first") : name(person);
    }

    /** The name of a person, also of the reader. */
    public String name(@Nullable String person) {
        if (person == null) {
            return say("who.unknown");
        }
        return known.computeIfAbsent(
                person,
                id -> names.person(viewer.organisation(), id)
                        .orElseGet(() -> say(ExternalCoachId.matches(id) ? "who.external" : "who.unknown")));
    }

    /** Whether the directory has a name for a person. */
    public boolean isKnown(String person) {
        return names.person(viewer.organisation(), person).isPresent();
    }

    public String team(@Nullable String team) {
        if (team == null) {
            return "";
        }
        return names.team(viewer.organisation(), team).orElse(team);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(format("EEEE d MMMM yyyy"));
    }

    public String shortDay(@Nullable LocalDate day) {
        return day == null ? "" : day.format(format("d MMM yyyy"));
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.atZone(zone).format(format("EEEE d MMMM yyyy HH:mm"));
    }

    /** The time of day. */
    public String clock(@Nullable Instant moment) {
        return moment == null ? "" : moment.atZone(zone).format(format("HH:mm"));
    }

    /** The day of a moment, as short as it is clear. */
    public String shortMoment(@Nullable Instant moment) {
        return moment == null ? "" : moment.atZone(zone).format(format("EEE d MMM HH:mm"));
    }

    /** A day with its weekday, as short as it is clear. */
    public String shortWeekday(@Nullable LocalDate day) {
        return day == null ? "" : day.format(format("EEEE d MMM"));
    }

    /** A slot on one day: day, from and until. */
    public String slot(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null
                ? ""
                : moment(start) + "–" + end.atZone(zone).format(format("HH:mm"));
    }

    public String window(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from == null || until == null ? "" : say("window", shortDay(from), shortDay(until));
    }

    /** An amount in the smallest part of its unit: cents, or minutes. */
    public String amount(String unit, long amount) {
        return "HOURS".equals(unit) ? hours(amount) : euros(amount);
    }

    public LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    private String euros(long cents) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.forLanguageTag(dutch() ? "nl-NL" : "en-IE"));
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(java.math.BigDecimal.valueOf(cents, 2)).replace('\u00a0', ' ');
    }

    private String hours(long minutes) {
        if (minutes > 0 && minutes < 60) {
            return say("minutes", minutes);
        }
        return minutes % 60 == 0
                ? say("hours", minutes / 60)
                : say("hours.minutes", minutes / 60, Math.abs(minutes % 60));
    }

    private boolean dutch() {
        return "nl".equals(viewer.language().getLanguage());
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, viewer.language());
    }
}
