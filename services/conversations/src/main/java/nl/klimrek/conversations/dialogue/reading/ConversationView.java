package nl.klimrek.conversations.dialogue.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Outcome;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.NextAction;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.conversations.dialogue.scheduling.SlotDeviation;
import nl.klimrek.conversations.questions.QuestionView;
import nl.klimrek.conversations.questions.selection.TalkOpening;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its reader may see it. A reader who does not take part gets {@link #facts} and no {@link #words}.
 *
 * @param facts where it stands
 * @param words what the two wrote, as far as the reader may read it; absent for HR
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
        @JsonUnwrapped Facts facts, @JsonUnwrapped @Nullable Wording words) {

    /**
     * Codes, people, times. {@code you} and {@code asked} are absent for who is not one of the two; {@code slotOutside} is
     * absent when the slot is as usual.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Facts(
            String id,
            ConversationType type,
            ConversationStatus status,
            ConversationReason reason,
            @Nullable String cycle,
            String employee,
            String counterpart,
            Relation relation,
            @Nullable Side you,
            @Nullable NextAction asked,
            LocalDate windowFrom,
            LocalDate windowUntil,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable Side proposedBy,
            @Nullable Set<SlotDeviation> slotOutside,
            @Nullable HoldingView holding,
            int reportVersion,
            @Nullable Outcome outcome,
            @Nullable CancelReason cancelled) {}

    /** What was written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wording(
            @Nullable String declineReason,
            List<PointView> points,
            List<PointView> notes,
            List<QuestionView> questions,
            @Nullable PreparationView mine,
            @Nullable PreparationView theirs,
            List<ReportView> reports,
            List<AgreementView> agreements,
            List<CarriedOver> carriedOver,
            @Nullable String endReason,
            @Nullable Opening opening) {}

    /**
     * Help to begin the conversation, as long as it lies ahead.
     *
     * @param questions ids of at most three of the reader's own questions
     * @param tip code of the tip
     * @param text the tip in the reader's language
     */
    public record Opening(List<String> questions, TalkOpening.Tip tip, String text) {}

    /** When it took place and what it was about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldingView(
            Instant heldAt, List<String> questions, Approach approach, Horizon horizon, Perspective perspective) {}

    /** A point of the agenda or a shared note. */
    public record PointView(String id, Side by, String text) {}

    /** What is to be talked about. */
    public record AgendaView(List<PointView> points, List<CarriedOver> carriedOver) {}

    /** A preparation; {@code answers} are absent as long as the reader may not read them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreparationView(boolean shared, String template, List<AnswerView> answers) {}

    /**
     * One answer, to the version of the question it was given to.
     *
     * @param asked that version of the question in the reader's language; absent where the bank no longer has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AnswerView(
            String question, int questionVersion, @Nullable String asked, String text) {}

    /** One version of the report. */
    public record ReportView(
            int version, Side by, String text, Set<Side> confirmedBy, List<StatementView> statements) {}

    /** A statement beside the report. */
    public record StatementView(Side by, String text) {}

    /** An agreement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgreementView(
            String id,
            String text,
            AgreementOwner owner,
            LocalDate dueDate,
            AgreementState state,
            LocalDate keptOn,
            String dropReason) {}

    /**
     * An open agreement of an earlier conversation, on the agenda of this one by itself.
     *
     * @param with person id of the counterpart it was made with
     * @param text absent where the reader may see only whose turn it is and when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CarriedOver(
            String conversation,
            String with,
            String id,
            @Nullable String text,
            AgreementOwner owner,
            LocalDate dueDate) {

        CarriedOver withoutText() {
            return new CarriedOver(conversation, with, id, null, owner, dueDate);
        }
    }
}
