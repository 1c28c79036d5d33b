package nl.klimrek.testkit.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses a second instance of a consumer group on the same broker with another database. A broker divides the partitions
 * of a group over its instances, so each of the two would miss events.
 *
 * <p>It decides before the instance reads its first record, so a refused instance takes nothing from the running one.
 */
final class ConsumerGroupGuard implements SmartInitializingSingleton, DisposableBean {

    private static final List<ConsumerGroupGuard> RUNNING = new ArrayList<>();

    private final ObjectProvider<EventHandlers> handlers;
    private final String service;
    private final String broker;
    private final String database;
    private Set<String> groups = Set.of();

    ConsumerGroupGuard(ObjectProvider<EventHandlers> handlers, String service, String broker, String database) {
        this.handlers = handlers;
        this.service = service;
        this.broker = broker;
        this.database = database;
    }

    /**
     * Adds this instance to the running ones.
     *
     * @throws IllegalStateException a running instance has the group and another database
     */
    @Override
    public void afterSingletonsInstantiated() {
        groups = handlers.stream()
                .filter(each -> !each.topics().isEmpty())
                .map(EventHandlers::group)
                .collect(Collectors.toUnmodifiableSet());
        synchronized (RUNNING) {
            for (ConsumerGroupGuard running : RUNNING) {
                if (takesPartitionsFrom(running)) {
                    throw new IllegalStateException(refusal());
                }
            }
            RUNNING.add(this);
        }
    }

    private boolean takesPartitionsFrom(ConsumerGroupGuard running) {
        return running.broker.equals(broker)
                && !running.database.equals(database)
                && !Collections.disjoint(running.groups, groups);
    }

    private String refusal() {
        return "An instance of " + service + " already runs in the consumer group " + String.join(", ", groups)
                + " with another database, so each would get only part of the events. Close the first instance, use the"
                + " shared one of this module, start this one inDatabase(…) of the first, or start it on(…) another broker.";
    }

    @Override
    public void destroy() {
        synchronized (RUNNING) {
            RUNNING.remove(this);
        }
    }
}
