package nl.klimrek.portal.team;

import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.team.TeamResponses.Conversation;
import nl.klimrek.portal.team.TeamResponses.Report;
import nl.klimrek.portal.team.TeamResponses.Share;

/** How the pages of this room say what the services answer. */
final class TeamTexts {
    private TeamTexts() {}

    static String name(Report report) {
        String name = ((report.givenName() == null ? "" : report.givenName()) + " "
                        + (report.familyName() == null ? "" : report.familyName()))
                .strip();
        return name.isEmpty() ? "?" : name;
    }

    /** When it was, is or should be. */
    static String when(Reader reader, Conversation talk) {
        if (talk.heldOn() != null) {
            return reader.say("team.held-on", reader.shortDay(talk.heldOn()));
        }
        if (talk.slotStart() != null && !"PLANNED".equals(talk.status())) {
            return reader.slot(talk.slotStart(), talk.slotEnd());
        }
        String window = reader.window(talk.windowFrom(), talk.windowUntil());
        return talk.ahead() && !window.isEmpty() ? reader.say("team.within", window) : window;
    }

    /** The same in a line of a list, as short as it is clear. */
    static String soon(Reader reader, Conversation talk) {
        return talk.heldOn() == null && talk.slotStart() != null && !"PLANNED".equals(talk.status())
                ? reader.shortMoment(talk.slotStart())
                : when(reader, talk);
    }

    static String type(Reader reader, Conversation talk) {
        return reader.code("type", talk.type());
    }

    static String amounts(Reader reader, List<Share> shares) {
        return shares == null
                ? ""
                : shares.stream()
                        .map(share -> reader.amount(share.unit(), share.amount()))
                        .collect(Collectors.joining(" + "));
    }
}
