package nl.klimrek.reminders.invitation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes the calendar part of an invitation, a move or a cancellation (RFC 5546 §3.2). Moments are in UTC, so no time zone has to
 * travel along. It says who and when, and never what the conversation is about.
 */
final class InvitationWriter {

    /** As in the calendar feed of conversations, so that a calendar knows both as one. */
    private static final String DOMAIN = "@conversations.klimrek";

    /** What ends or encodes a parameter (RFC 5545 §3.1, RFC 6868); a name is shown without it. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\":;,^]+");

    private InvitationWriter() {}

    /**
     * @param organizer address to which the reader replies
     * @param attendees the two who talk, as far as they have an address
     * @param link page of the conversation
     */
    static String write(
            Meeting meeting, String organizer, List<Guest> attendees, String summary, String description, URI link) {
        boolean cancelled = meeting.status() == MeetingStatus.CANCELLED;
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Klimrek//Conversations//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        VEvent event = new VEvent(false);
        event.add(new Uid(uid(meeting.conversation())));
        event.add(new Sequence(meeting.sequence()));
        event.add(new DtStamp(meeting.changedAt()));
        event.add(new DtStart<>(meeting.start()));
        event.add(new DtEnd<>(meeting.end()));
        event.add(new Summary(summary));
        event.add(new Description(description));
        event.add(new Url(link));
        event.add(
                switch (meeting.status()) {
                    case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
                    case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
                    case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
                });
        event.add(ImmutableClazz.PRIVATE);
        event.add(ImmutableTransp.OPAQUE);
        Organizer from = new Organizer(URI.create("mailto:" + organizer));
        from.add(new Cn("Klimrek"));
        event.add(from);
        attendees.forEach(guest -> event.add(attendee(guest, cancelled)));
        calendar.add(event);
        try (StringWriter out = new StringWriter()) {
            new CalendarOutputter().output(calendar, out);
            return out.toString();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** The same for the whole life of a conversation. */
    static String uid(String conversation) {
        return conversation + DOMAIN;
    }

    private static Property attendee(Guest guest, boolean cancelled) {
        Attendee attendee = new Attendee(URI.create("mailto:" + guest.address()));
        String name = UNSAFE.matcher(guest.name()).replaceAll(" ").strip();
        if (!name.isEmpty()) {
            attendee.add(new Cn(name));
        }
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(guest.agreed() ? PartStat.ACCEPTED : PartStat.NEEDS_ACTION);
        if (!cancelled && !guest.agreed()) {
            attendee.add(Rsvp.TRUE);
        }
        return attendee;
    }

    /**
     * One of the two who talk.
     *
     * @param address plain e-mail address
     * @param name full name; empty when unknown
     * @param agreed whether this side has agreed to the slot
     */
    record Guest(String address, String name, boolean agreed) {}
}
