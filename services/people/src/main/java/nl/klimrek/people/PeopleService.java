package nl.klimrek.people;

import java.util.Map;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.jobs.JobConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The people service: takes HR records in and publishes who is employed, in which team and with which manager. */
@KlimrekService
@EnableScheduling
@Import(JobConfiguration.class)
public class PeopleService {

    public static final String NAME = "people";

    /** Starts the service and returns when it accepts requests. @param overrides properties that win over all other sources */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(PeopleService.class, NAME, overrides);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(PeopleService.class, NAME, arguments);
    }
}
