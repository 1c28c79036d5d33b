package nl.klimrek.conversations.legacy;

import nl.klimrek.contracts.conversations.AssessmentImported;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where imports are kept; what they bring shows in people's lists like any conversation. */
@Configuration(proxyBeanMethods = false)
class LegacyConfiguration {

    @Bean
    AggregateStore<AssessmentImport> assessmentImportStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("assessment_imports", AssessmentImport.class, AssessmentImport::id));
    }

    /** @param people address of the people service, which knows who has which employee number */
    @Bean
    PersonLookup personLookup(@Value("${klimrek.conversations.people-url:http://127.0.0.1:8181}") String people) {
        return new PersonLookup(people);
    }

    @Bean
    ChecklistImport checklistImport(
            AggregateStore<AssessmentImport> imports,
            ImportedConversations past,
            ObjectProvider<ImportNoteStore> notes,
            PeopleProjection people,
            CurrentRoster roster) {
        return new ChecklistImport(imports, past, job -> notes.getObject().of(job), people, roster);
    }

    @Bean
    EventSubscriber importedInLists(OverviewProjection agendas) {
        return handlers -> handlers.on(
                AssessmentImported.class,
                (imported, event) -> agendas.show(event.organisation(), imported.conversation()));
    }
}
