package nl.klimrek.servicekit.disclosure;

import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that declares its {@link DisclosedEvent} has {@link Disclosures}. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {
    @Bean
    @ConditionalOnBean(DisclosedEvent.class)
    Disclosures disclosures(AggregateStoreFactory stores, DisclosedEvent event) {
        return new Disclosures(
                stores.create(new AggregateType<>("disclosures", Disclosure.class, Disclosure::person)), event);
    }
}
