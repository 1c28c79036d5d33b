package nl.klimrek.conversations.team;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where dialogues of teams are kept. */
@Configuration(proxyBeanMethods = false)
class TeamDialogueConfiguration {

    @Bean
    AggregateStore<TeamDialogue> teamDialogueStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                "team_dialogues", TeamDialogue.class, now -> now.plan().id()));
    }
}
