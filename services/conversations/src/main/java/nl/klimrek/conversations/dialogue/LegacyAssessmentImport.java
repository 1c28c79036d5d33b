package nl.klimrek.conversations.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.AssessmentImported;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.agreement.Agreements;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.report.Reports;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;

/** Makes a closed, backdated conversation of type ASSESSMENT from a checklist of the former assessment system. */
public final class LegacyAssessmentImport {

    private LegacyAssessmentImport() {}

    /**
     * The checklist's content is the report, by the counterpart. Who may read it is judged as for any conversation, and the
     * employee can put a statement beside it. What the old form rated stays words.
     *
     * @param heldAt a moment on that day where the employee is
     */
    public static Decision<Conversation> imported(
            String id, Participants two, LocalDate heldOn, Instant heldAt, PrivateText content, String importRun) {
        ConversationPlan plan =
                new ConversationPlan(id, ConversationType.ASSESSMENT, ConversationReason.IMPORTED, null, null);
        Conversation imported = new Conversation(
                plan,
                two,
                Appointment.within(new Window(heldOn, heldOn)),
                ConversationStatus.CLOSED,
                Preparations.NONE,
                new MeetingHeld(heldAt, List.of(), new Orientation(null, null, null)),
                Reports.NONE.withVersion(Side.COUNTERPART, content),
                Agreements.NONE,
                null);
        return Decision.accept(
                imported,
                new AssessmentImported(id, two.employee(), two.counterpart(), importRun, heldOn, content.hash()));
    }
}
