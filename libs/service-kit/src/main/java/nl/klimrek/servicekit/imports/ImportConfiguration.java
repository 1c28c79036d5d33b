package nl.klimrek.servicekit.imports;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.servicekit.imports.job.ImportSettings;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.run.ImportCleanup;
import nl.klimrek.servicekit.imports.run.ImportRunner;
import nl.klimrek.servicekit.imports.run.ImportTimeSlice;
import nl.klimrek.servicekit.imports.store.ImportFileStore;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.imports.store.ImportPartStore;
import nl.klimrek.servicekit.imports.store.RowResultStore;
import nl.klimrek.servicekit.problem.ProblemFactory;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Adds the {@link ImportService} to a service that declares a {@link RowImport}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(RowImport.class)
@EnableConfigurationProperties(ImportSettings.class)
public class ImportConfiguration {

    @Bean
    RefusalStatus fileRefusals() {
        return FileRefusalStatus.statuses();
    }

    @Bean
    ImportJobRepository importJobs(AggregateStoreFactory stores) {
        return new ImportJobRepository(stores);
    }

    @Bean
    ImportPartStore importParts(MongoDatabaseFactory mongo) {
        return new ImportPartStore(mongo.getMongoDatabase());
    }

    @Bean
    ImportFileStore importFiles(ImportPartStore parts, ImportSettings settings) {
        return new ImportFileStore(parts, settings.largestFile().toBytes());
    }

    @Bean
    RowResultStore importResults(ImportPartStore parts) {
        return new RowResultStore(parts);
    }

    @Bean
    ImportNoteStore importNotes(ImportPartStore parts) {
        return new ImportNoteStore(parts);
    }

    @Bean
    ImportRunner importRunner(
            ImportJobRepository jobs,
            ImportFileStore files,
            RowResultStore results,
            ImportNoteStore notes,
            RowImport rows,
            ImportSettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new ImportRunner(
                jobs,
                new ImportTimeSlice(jobs, files, results, notes, rows, settings, clock),
                new ImportCleanup(jobs, files, results, notes, clock),
                clock,
                settings.workers(),
                meters);
    }

    @Bean
    ImportService imports(
            ImportJobRepository jobs,
            ImportFileStore files,
            RowResultStore results,
            ImportNoteStore notes,
            ImportRunner runner,
            ImportSettings settings,
            Clock clock) {
        return new ImportService(jobs, files, results, notes, runner, settings.keepFiles(), clock);
    }

    @Bean
    ImportResponder importAnswers(ImportService imports, ImportSettings settings, ProblemFactory problems) {
        return new ImportResponder(imports, settings, problems);
    }
}
