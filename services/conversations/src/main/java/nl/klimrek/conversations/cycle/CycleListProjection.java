package nl.klimrek.conversations.cycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.klimrek.contracts.conversations.CycleStarted;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** The cycles of each organisation, the newest start first. */
@Component
public class CycleListProjection {

    private static final String LIST = "cycles";

    private final AggregateStore<CycleList> lists;
    private final AggregateStore<Cycle> cycles;

    CycleListProjection(AggregateStore<CycleList> lists, AggregateStore<Cycle> cycles) {
        this.lists = lists;
        this.cycles = cycles;
    }

    /** Ids of cycles. */
    public record CycleList(List<String> ids) {

        public CycleList {
            ids = List.copyOf(ids);
        }

        Decision<CycleList> with(String id) {
            if (ids.contains(id)) {
                return Decision.unchanged();
            }
            List<String> more = new ArrayList<>(ids);
            more.add(id);
            return Decision.accept(new CycleList(more));
        }
    }

    /** Adds a cycle. */
    public void started(CycleStarted started, EventMeta event) {
        lists.handle(
                Key.of(event.organisation(), LIST),
                MessageContext.event(event),
                list -> list.orElse(new CycleList(List.of())).with(started.cycle()));
    }

    public List<Versioned<Cycle>> of(Organisation organisation) {
        List<String> ids = lists.find(Key.of(organisation, LIST))
                .map(Versioned::state)
                .map(CycleList::ids)
                .orElse(List.of());
        List<Versioned<Cycle>> found = new ArrayList<>(
                cycles.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()));
        found.sort(Comparator.comparing(
                        (Versioned<Cycle> cycle) -> cycle.state().policy().startsOn())
                .reversed()
                .thenComparing(cycle -> cycle.state().id()));
        return found;
    }
}
