package nl.klimrek.journal;

import java.util.Map;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.jobs.JobConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The journal service. {@link #main} runs it alone; {@link #start} runs it beside others. */
@KlimrekService
@Import(JobConfiguration.class)
public class JournalService {

    public static final String NAME = "journal";

    /** Starts the service with these properties over all others, and returns when it accepts requests. */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(JournalService.class, NAME, overrides);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(JournalService.class, NAME, arguments);
    }
}
