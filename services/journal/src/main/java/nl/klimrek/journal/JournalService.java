package nl.klimrek.journal;

import java.util.Map;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the journal. */
@KlimrekService
public class JournalService {

    private static final String NAME = "journal";

    /** Starts the journal with these properties over all others, and returns when it accepts requests. */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(JournalService.class, NAME, overrides);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(JournalService.class, NAME, arguments);
    }
}
