package nl.klimrek.reminders.webhookdelivery;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.reminders.webhooks.OrganisationWebhooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where webhooks and their messages are kept. */
@Configuration(proxyBeanMethods = false)
class WebhookDeliveryConfiguration {

    @Bean
    AggregateStore<OrganisationWebhooks> webhookStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("webhooks", OrganisationWebhooks.class, all -> OrganisationWebhooks.ID)
                // An earlier version would sign with the encrypted secret.
                .withSchema(1));
    }

    @Bean
    AggregateStore<WebhookDelivery> webhookDeliveryStore(AggregateStoreFactory stores) {
        return stores.create(
                new AggregateType<>("webhook_deliveries", WebhookDelivery.class, null, WebhookDelivery::nextCheckAt));
    }

    @Bean
    AggregateStore<RecentDeliveries> recentDeliveryStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("webhook_attempts", RecentDeliveries.class));
    }
}
