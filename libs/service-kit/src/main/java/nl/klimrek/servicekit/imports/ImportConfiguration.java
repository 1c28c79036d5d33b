package nl.klimrek.servicekit.imports;

import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.servicekit.problem.Problems;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service that declares a {@link RowImport} has {@link Imports}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(RowImport.class)
@EnableConfigurationProperties(ImportSettings.class)
public class ImportConfiguration {

    @Bean
    RefusalStatus fileRefusals() {
        return FileRefusals.statuses();
    }

    @Bean
    ImportJobs importJobs(AggregateStoreFactory stores) {
        return new ImportJobs(stores);
    }

    @Bean
    ImportParts importParts(MongoDatabaseFactory mongo) {
        return new ImportParts(mongo.getMongoDatabase());
    }

    @Bean
    ImportFiles importFiles(ImportParts parts, ImportSettings settings) {
        return new ImportFiles(parts, settings.largestFile().toBytes());
    }

    @Bean
    ImportResults importResults(ImportParts parts) {
        return new ImportResults(parts);
    }

    @Bean
    ImportNotes importNotes(ImportParts parts) {
        return new ImportNotes(parts);
    }

    @Bean
    ImportRunner importRunner(
            ImportJobs jobs,
            ImportFiles files,
            ImportResults results,
            ImportNotes notes,
            RowImport rows,
            ImportSettings settings,
            Clock clock) {
        ImportTurn turn = new ImportTurn(jobs, files, results, notes, rows, settings, clock);
        return new ImportRunner(jobs, turn, files, results, notes, clock, settings.workers());
    }

    @Bean
    Imports imports(
            ImportJobs jobs,
            ImportFiles files,
            ImportResults results,
            ImportNotes notes,
            ImportRunner runner,
            ImportSettings settings,
            Clock clock) {
        return new Imports(jobs, files, results, notes, runner, settings.keepFiles(), clock);
    }

    @Bean
    ImportAnswers importAnswers(Imports imports, ImportSettings settings, Problems problems) {
        return new ImportAnswers(imports, settings, problems);
    }
}
