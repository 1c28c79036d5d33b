package nl.klimrek.conversations.planning.availability;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.OverloadFound;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.planner.task.Overload;
import org.springframework.stereotype.Component;

/**
 * Managers who have too little time for what a cycle asks: published as an event, and listed for HR and the manager.
 */
@Component
public class OverloadProjection implements EventSubscriber {

    private static final int PARTS = 16;
    private static final Comparator<ManagerOverload> HEAVIEST_FIRST = Comparator.comparingInt(
                    ManagerOverload::minutesShort)
            .reversed()
            .thenComparing(ManagerOverload::manager)
            .thenComparing(ManagerOverload::cycle);

    private final AggregateStore<ManagerOverload> overloads;
    private final AggregateStore<OverloadList> lists;

    public OverloadProjection(AggregateStore<ManagerOverload> overloads, AggregateStore<OverloadList> lists) {
        this.overloads = overloads;
        this.lists = lists;
    }

    /** Overloads by cycle and manager. */
    public record OverloadList(Map<String, ManagerOverload> found) {

        public OverloadList {
            found = found == null ? Map.of() : Map.copyOf(found);
        }

        Decision<OverloadList> with(String id, ManagerOverload overload) {
            Map<String, ManagerOverload> next = new TreeMap<>(found);
            if (overload.conversations() == 0) {
                next.remove(id);
            } else {
                next.put(id, overload);
            }
            return Decision.accept(new OverloadList(next));
        }
    }

    /** States what planning found at a manager; the same again says nothing new. */
    public void found(
            Organisation organisation,
            String cycle,
            Overload overload,
            List<String> delegates,
            MessageContext context) {
        overloads.handle(
                Key.of(organisation, id(cycle, overload.manager())),
                context,
                before -> ManagerOverload.found(before.orElse(null), cycle, overload, delegates));
    }

    /** Which of these managers had too little time when the cycle was last planned. */
    public List<String> known(Organisation organisation, String cycle, List<String> managers) {
        return overloads
                .findAll(managers.stream()
                        .map(manager -> Key.of(organisation, id(cycle, manager)))
                        .toList())
                .stream()
                .map(Versioned::state)
                .filter(overload -> overload.conversations() > 0)
                .map(ManagerOverload::manager)
                .toList();
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(OverloadFound.class, this::list);
    }

    /** Of the whole organisation, the heaviest first. */
    List<ManagerOverload> all(Organisation organisation) {
        return read(
                organisation,
                IntStream.range(0, PARTS).mapToObj(part -> "all:" + part).toList());
    }

    /** Of one manager. */
    List<ManagerOverload> of(Organisation organisation, String manager) {
        return read(organisation, List.of("of:" + manager));
    }

    private void list(OverloadFound found, EventMeta event) {
        String id = id(found.cycle(), found.manager());
        for (String list :
                List.of("all:" + Math.floorMod(found.manager().hashCode(), PARTS), "of:" + found.manager())) {
            lists.handle(
                    Key.of(event.organisation(), list),
                    MessageContext.event(event),
                    now -> now.orElse(new OverloadList(Map.of())).with(id, ManagerOverload.of(found)));
        }
    }

    private List<ManagerOverload> read(Organisation organisation, List<String> names) {
        return lists
                .findAll(names.stream().map(name -> Key.of(organisation, name)).toList())
                .stream()
                .flatMap(list -> list.state().found().values().stream())
                .sorted(HEAVIEST_FIRST)
                .toList();
    }

    private static String id(String cycle, String manager) {
        return cycle + ":" + manager;
    }
}
