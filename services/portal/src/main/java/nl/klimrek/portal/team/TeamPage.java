package nl.klimrek.portal.team;

import java.util.List;
import nl.klimrek.portal.agenda.Conversations;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.today.Waiting;

/**
 * All that the manager's page shows; each part may be missing by itself.
 *
 * @param waiting  prompts
 * @param requests budget requests to decide, without their words
 * @param rhythm   one line for each report
 */
record TeamPage(Section<List<Waiting.Line>> waiting, Section<List<RequestLine>> requests, Section<List<PersonLine>> rhythm) {

    record RequestLine(String id, String who, String amounts, String neededOn) {
    }

    /**
     * @param plan how far the plan is, as a code said in words; empty when not known
     * @param time when time is needed for a conversation outside the line; empty when it is not
     */
    record PersonLine(String name, String job, List<Conversations.Line> conversations, String plan, String time) {
    }
}
