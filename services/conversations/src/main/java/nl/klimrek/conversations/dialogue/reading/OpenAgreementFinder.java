package nl.klimrek.conversations.dialogue.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.CarryOver;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.dialogue.reading.ConversationView.CarriedOver;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Finds agreements that are neither kept nor dropped, over all conversations of a person; the earliest due first. */
@Component
class OpenAgreementFinder {

    private final OverviewProjection agendas;
    private final AggregateStore<Conversation> conversations;
    private final ConversationViewMapper views;
    private final HandoverConsent handedOver;

    OpenAgreementFinder(
            OverviewProjection agendas,
            AggregateStore<Conversation> conversations,
            ConversationViewMapper views,
            HandoverConsent handedOver) {
        this.agendas = agendas;
        this.conversations = conversations;
        this.views = views;
        this.handedOver = handedOver;
    }

    /** All that this person takes part in. */
    List<CarriedOver> of(Organisation organisation, String person) {
        return from(organisation, person, entry -> true);
    }

    /**
     * Those that are on the agenda of this one by itself. Of what a manager before them agreed on, a manager sees whose turn
     * it is and when, and the words only where the employee handed them over.
     */
    List<CarriedOver> before(Organisation organisation, Conversation now, Side reader) {
        String employee = now.participants().employee();
        String counterpart = now.participants().counterpart();
        CarryOver agenda = new CarryOver(now, reader);
        List<CarriedOver> earlier = from(
                organisation,
                employee,
                entry -> entry.side() == Side.EMPLOYEE
                        && agenda.includes(
                                entry.conversation(),
                                Participants.of(entry.employee(), entry.counterpart(), entry.relation())));
        if (reader == Side.EMPLOYEE || earlier.isEmpty()) {
            return earlier;
        }
        Set<String> readable = handedOver.wordsFor(organisation, employee, counterpart);
        return earlier.stream()
                .map(one -> one.with().equals(counterpart) || readable.contains(one.id()) ? one : one.withoutText())
                .toList();
    }

    private List<CarriedOver> from(Organisation organisation, String person, Predicate<OverviewEntry> wanted) {
        Map<String, OverviewEntry> entries = agendas.openOf(organisation, person).stream()
                .filter(entry -> !entry.openAgreements().isEmpty())
                .filter(wanted)
                .collect(Collectors.toMap(OverviewEntry::conversation, entry -> entry));
        List<Key> keys =
                entries.keySet().stream().map(id -> Key.of(organisation, id)).toList();
        List<CarriedOver> open = new ArrayList<>();
        for (Versioned<Conversation> found : conversations.findAll(keys)) {
            OverviewEntry entry = Objects.requireNonNull(
                    entries.get(found.state().plan().conversation()), "only these were asked for");
            for (Agreement agreement : found.state().agreements().open()) {
                open.add(views.carriedOver(entry, agreement));
            }
        }
        open.sort(Comparator.comparing(CarriedOver::dueDate).thenComparing(CarriedOver::id));
        return open;
    }
}
