package nl.klimrek.reminders.reply;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the replies of each side are kept. */
@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

    @Bean
    AggregateStore<ReplyLog> replyLogStore(AggregateStoreFactory stores) {
        return stores.create(
                new AggregateType<>("calendar_replies", ReplyLog.class, ReplyLog::employee, ReplyLog::dueAt));
    }
}
