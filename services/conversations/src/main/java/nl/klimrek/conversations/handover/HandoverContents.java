package nl.klimrek.conversations.handover;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.handover.HandoverView.Ahead;
import nl.klimrek.conversations.handover.HandoverView.Moving;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Finds what moves along to a new manager by itself. A conversation outside the line was never the manager's, so
 * nothing of it moves.
 */
@Component
class HandoverContents {

    private final OverviewProjection agendas;
    private final AggregateStore<Conversation> conversations;

    HandoverContents(OverviewProjection agendas, AggregateStore<Conversation> conversations) {
        this.agendas = agendas;
        this.conversations = conversations;
    }

    /** Open agreements with earlier managers, the earliest due first; words of those that {@code readable} lets through. */
    List<Moving> agreements(Organisation organisation, Handover one, Predicate<String> readable) {
        List<Key> earlier = inLine(organisation, one.employee()).stream()
                .filter(entry -> !entry.openAgreements().isEmpty()
                        && !entry.counterpart().equals(one.counterpart()))
                .map(entry -> Key.of(organisation, entry.conversation()))
                .toList();
        return conversations.findAll(earlier).stream()
                .map(Versioned::state)
                .flatMap(from -> from.agreements().open().stream()
                        .map(open -> Moving.of(from.plan().conversation(), open, readable.test(open.id()))))
                .sorted(Comparator.comparing(Moving::dueDate).thenComparing(Moving::id))
                .toList();
    }

    /** What lies ahead with the new manager, the earliest window first. */
    List<Ahead> conversations(Organisation organisation, Handover one) {
        return inLine(organisation, one.employee()).stream()
                .filter(entry -> entry.status().ahead() && entry.counterpart().equals(one.counterpart()))
                .map(Ahead::of)
                .sorted(Comparator.comparing(Ahead::windowFrom).thenComparing(Ahead::conversation))
                .toList();
    }

    private List<OverviewEntry> inLine(Organisation organisation, String employee) {
        return agendas.openOf(organisation, employee).stream()
                .filter(entry -> entry.side() == Side.EMPLOYEE && entry.relation() == Relation.LINE)
                .toList();
    }
}
