package nl.klimrek.servicekit.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service imports this to have its {@link ClockJob} beans run. */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

    @Bean
    JobRangeStore jobRanges(MongoDatabaseFactory mongo) {
        return new MongoJobRangeStore(mongo.getMongoDatabase());
    }

    @Bean
    ClockJobRunner clockJobRunner(JobRangeStore ranges, MeterRegistry meters, Clock clock) {
        return new ClockJobRunner(ranges, meters, clock);
    }

    @Bean
    ClockJobThread clockJobThread(List<ClockJob> jobs, ClockJobRunner runner) {
        return new ClockJobThread(jobs, runner);
    }
}
