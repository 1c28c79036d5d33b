package nl.klimrek.servicekit.disclosure;

import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that declares its {@link DisclosedEventFactory} has {@link DisclosureLog}. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {
    @Bean
    @ConditionalOnBean(DisclosedEventFactory.class)
    DisclosureLog disclosures(AggregateStoreFactory stores, DisclosedEventFactory event) {
        return new DisclosureLog(
                stores.create(new AggregateType<>("disclosures", Disclosure.class, Disclosure::person)), event);
    }
}
