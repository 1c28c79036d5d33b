package nl.klimrek.conversations.oldregime;

import nl.klimrek.contracts.conversations.AssessmentImported;
import nl.klimrek.conversations.Following;
import nl.klimrek.conversations.agenda.Agendas;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStores;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where imports are kept; what they bring shows in people's lists like any conversation. */
@Configuration(proxyBeanMethods = false)
class OldRegimeConfiguration {

    @Bean
    AggregateStore<AssessmentImport> assessmentImportStore(AggregateStores stores) {
        return stores.of(new AggregateType<>("assessment_imports", AssessmentImport.class, AssessmentImport::id));
    }

    @Bean
    Following importedInLists(Agendas agendas) {
        return handlers -> handlers.on(AssessmentImported.class,
                (imported, event) -> agendas.show(event.organisation(), imported.conversation()));
    }
}
