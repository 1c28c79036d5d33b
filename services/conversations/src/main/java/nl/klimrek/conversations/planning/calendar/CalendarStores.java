package nl.klimrek.conversations.planning.calendar;

import java.util.Map;
import nl.klimrek.conversations.planning.calendar.Overloads.OverloadList;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** Where busy times, capacities and overloads are kept. */
@Configuration(proxyBeanMethods = false)
class CalendarStores {

    @Bean
    AggregateStore<BusyTimes> busyTimesStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("busy_times", BusyTimes.class, BusyTimes::person));
    }

    @Bean
    AggregateStore<ManagerCapacity> capacityStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("capacities", ManagerCapacity.class, ManagerCapacity::manager));
    }

    @Bean
    AggregateStore<ManagerOverload> overloadStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("overloads", ManagerOverload.class, ManagerOverload::manager));
    }

    @Bean
    AggregateStore<OverloadList> overloadListStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("overload_lists", OverloadList.class));
    }

    @Bean
    RefusalStatus busyStatus() {
        return RefusalStatus.of(Map.of(
                "busy-impossible",
                HttpStatus.BAD_REQUEST,
                "busy-file-unreadable",
                HttpStatus.BAD_REQUEST,
                "busy-file-too-large",
                HttpStatus.BAD_REQUEST));
    }
}
