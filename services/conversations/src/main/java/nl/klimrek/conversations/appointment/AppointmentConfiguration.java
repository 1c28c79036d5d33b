package nl.klimrek.conversations.appointment;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the reserved times of people are kept. */
@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

    @Bean
    AggregateStore<AppointmentBook> appointmentBookStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("appointment_books", AppointmentBook.class));
    }
}
