package nl.klimrek.portal.conversation;

import java.util.List;
import nl.klimrek.portal.form.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its page shows it, in the reader's language.
 *
 * @param reads     whether the reader is one of the two; everybody else sees facts alone
 * @param employee  whether the reader is the employee it is about
 * @param may       names of the steps that can be taken, see {@link OfferedActions}
 * @param facts     labelled facts
 * @param discussed questions to choose from when it was held
 * @param owners    whose an agreement can be
 * @param coachEnded whether the reader may choose another coach, because this one is a coach no more
 * @param opening   help to begin; null once it was held
 * @param slotStart of the slot on the table, as the service wrote it; null without one
 */
public record ConversationPage(
        String id,
        String title,
        String other,
        String status,
        String state,
        boolean reads,
        boolean employee,
        List<Fact> facts,
        List<ProgressSteps.Step> steps,
        NextStepCard now,
        java.util.Set<String> may,
        @Nullable String slotStart,
        @Nullable String slotEnd,
        int reportVersion,
        List<Line> points,
        List<AgreementLine> carried,
        Preparation preparation,
        List<Line> notes,
        List<Shared> feedback,
        List<Choice> discussed,
        List<ReportPart> reports,
        List<AgreementLine> agreements,
        List<Choice> owners,
        @Nullable Balance balance,
        boolean coachEnded,
        @Nullable Opening opening,
        @Nullable String etag) {

    public boolean may(String step) {
        return may.contains(step);
    }

    /** The newest report; null before. */
    public @Nullable ReportPart newest() {
        return reports.isEmpty() ? null : reports.get(reports.size() - 1);
    }

    /** Questions to begin with, and one tip. */
    public record Opening(List<String> questions, String tip) {}

    /** A fact with its label. */
    public record Fact(String label, String value) {}

    /** A point or a note. {@code mine} may be changed by the reader; {@code open} is what both can read. */
    public record Line(String id, String by, String text, boolean mine, boolean open) {}

    /** A question with its answer. */
    public record Answered(String question, String text) {}

    /** Both preparations, as far as the reader may read them. */
    public record Preparation(
            boolean saved, boolean shared, List<Answered> mine, List<Answered> theirs, boolean theirsKept) {}

    /** Feedback of a colleague, shared here by the employee. */
    public record Shared(String by, String kind, List<Answered> answers) {}

    /** One version of the report. */
    public record ReportPart(int version, String by, String text, String confirmed, List<Answered> statements) {}

    /** An agreement. {@code from} is the conversation in which it was made: this one or an earlier one. */
    public record AgreementLine(
            String from,
            String id,
            String text,
            String owner,
            String due,
            String stateText,
            String stateCode,
            String dropped,
            String name) {
        public boolean open() {
            return "OPEN".equals(stateCode);
        }
    }

    /** The classification of the conversation, as codes, with its options. */
    public record Balance(
            String approach,
            String horizon,
            String perspective,
            List<Choice> approaches,
            List<Choice> horizons,
            List<Choice> perspectives) {}
}
