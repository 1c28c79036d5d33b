package nl.klimrek.reminders.unsubscribe;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.security.PublicPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Where the keys are kept, and the two operations that need no token: the link is the secret. */
@Configuration(proxyBeanMethods = false)
class UnsubscribeConfiguration {

    private static final String LINK = UnsubscribeService.PATH + "*";

    @Bean
    AggregateStore<LinkKey> linkKeyStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("link-keys", LinkKey.class));
    }

    @Bean
    PublicPath unsubscribeQuestion() {
        return new PublicPath(LINK);
    }

    @Bean
    PublicPath unsubscribePost() {
        return new PublicPath(HttpMethod.POST, LINK);
    }
}
