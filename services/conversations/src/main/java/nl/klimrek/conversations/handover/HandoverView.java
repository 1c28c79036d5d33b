package nl.klimrek.conversations.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as its reader may see it.
 *
 * @param statement the employee's own words; for the new manager only once approved
 * @param agreements open agreements with former managers, all of which move along
 * @param conversations what lies ahead with the new manager
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandoverView(
        String id,
        String employee,
        String counterpart,
        String former,
        LocalDate effectiveOn,
        HandoverStatus status,
        boolean received,
        @Nullable String statement,
        List<Moving> agreements,
        List<Ahead> conversations) {

    /** In a list; facts only. */
    record HandoverLine(
            String id,
            String employee,
            String counterpart,
            String former,
            LocalDate effectiveOn,
            HandoverStatus status) {

        static HandoverLine of(Handover one) {
            return new HandoverLine(
                    one.id(), one.employee(), one.counterpart(), one.former(), one.effectiveOn(), one.status());
        }
    }

    /** An open agreement; its {@code text} only where the reader may read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moving(
            String conversation,
            String id,
            AgreementOwner owner,
            LocalDate dueDate,
            @Nullable String text) {

        static Moving of(String conversation, Agreement agreement, boolean readable) {
            return new Moving(
                    conversation,
                    agreement.id(),
                    agreement.owner(),
                    agreement.dueDate(),
                    readable ? agreement.words().text() : null);
        }
    }

    /** A conversation that lies ahead, within its window. */
    record Ahead(String conversation, ConversationType type, LocalDate windowFrom, LocalDate windowUntil) {

        static Ahead of(OverviewEntry entry) {
            return new Ahead(entry.conversation(), entry.type(), entry.windowFrom(), entry.windowUntil());
        }
    }

    static HandoverView of(Handover one, List<Moving> agreements, List<Ahead> conversations) {
        return new HandoverView(
                one.id(),
                one.employee(),
                one.counterpart(),
                one.former(),
                one.effectiveOn(),
                one.status(),
                one.received(),
                one.packet().statement() == null
                        ? null
                        : one.packet().statement().text(),
                agreements,
                conversations);
    }
}
