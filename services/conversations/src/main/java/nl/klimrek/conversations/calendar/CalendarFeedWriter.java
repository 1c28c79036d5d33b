package nl.klimrek.conversations.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes a feed (RFC 5545). A conversation keeps its UID for life and its SEQUENCE only rises, so a calendar replaces what it
 * has; moments are in UTC, so no time zone has to travel along. What is off the table stays as {@code CANCELLED} for a
 * while, so that a calendar takes it out.
 */
final class CalendarFeedWriter {

    /** A name of ours that belongs to no host, so that a move of the portal changes no UID. */
    private static final String DOMAIN = "conversations.klimrek";

    private final URI portal;
    private final String summary;

    /** @param summary the one text that every entry has */
    CalendarFeedWriter(URI portal, String summary) {
        this.portal = portal;
        this.summary = summary;
    }

    String write(List<CalendarEntry> moments) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Klimrek//Conversations//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        moments.forEach(moment -> calendar.add(event(moment)));
        try (StringWriter out = new StringWriter()) {
            // A person without any conversation has a calendar too, which the strict rules know no place for.
            new CalendarOutputter(!moments.isEmpty()).output(calendar, out);
            return out.toString();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private VEvent event(CalendarEntry moment) {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid(moment.conversation())));
        event.add(new Sequence(Math.toIntExact(moment.sequence())));
        event.add(new DtStamp(moment.changedAt()));
        event.add(new LastModified(moment.changedAt()));
        event.add(new DtStart<>(moment.start()));
        event.add(new DtEnd<>(moment.end()));
        event.add(new Summary(summary));
        event.add(status(moment.standing()));
        event.add(new Url(URI.create(portal + "/conversations/" + moment.conversation())));
        return event;
    }

    /** The same for the whole life of a conversation, here and in every invitation. */
    static String uid(String conversation) {
        return conversation + "@" + DOMAIN;
    }

    private static Status status(CalendarEntry.Standing standing) {
        return switch (standing) {
            case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
            case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }
}
