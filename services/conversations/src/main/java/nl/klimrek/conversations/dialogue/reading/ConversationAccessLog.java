package nl.klimrek.conversations.dialogue.reading;

import java.util.Objects;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.preparation.Agenda;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.stereotype.Component;

/** Records each reading of personal content of another person, before it is shown. */
@Component
public class ConversationAccessLog {

    private final DisclosureLog disclosures;

    ConversationAccessLog(DisclosureLog disclosures) {
        this.disclosures = disclosures;
    }

    /** The whole conversation, as this view shows it. */
    void whole(Caller caller, Conversation now, Side reader, ConversationView view) {
        ConversationView.Wording words = Objects.requireNonNull(view.words(), "a participant reads the words");
        if (words.theirs() != null && words.theirs().answers() != null) {
            record(caller, now, reader, "PREPARATION");
        }
        table(caller, now, reader);
        if (reader == Side.COUNTERPART && !words.reports().isEmpty()) {
            record(caller, now, reader, "REPORT");
        }
        if (reader == Side.COUNTERPART
                && !(words.agreements().isEmpty() && words.carriedOver().isEmpty())) {
            record(caller, now, reader, "AGREEMENTS");
        }
    }

    /** Points and notes of the other side. */
    public void table(Caller caller, Conversation now, Side reader) {
        Agenda table = now.preparations().agenda();
        if (table.points().stream().anyMatch(point -> point.by() != reader)) {
            record(caller, now, reader, "AGENDA");
        }
        if (table.notes().stream().anyMatch(note -> note.by() != reader)) {
            record(caller, now, reader, "SHARED_NOTE");
        }
    }

    /** Where it stands, as HR reads it. */
    void facts(Caller hr, Conversation now) {
        disclosures.record(hr, now.participants().employee(), "CONVERSATION", AccessRight.HR);
    }

    void record(Caller caller, Conversation now, Side reader, String content) {
        boolean manager = reader == Side.COUNTERPART && now.participants().relation() == Relation.LINE;
        String other = now.participants().person(reader == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE);
        disclosures.record(caller, other, content, manager ? AccessRight.MANAGER : AccessRight.PARTICIPANT);
    }
}
