package nl.klimrek.portal;

import java.util.Map;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import org.springframework.context.ConfigurableApplicationContext;

/** The portal: pages for people, the gateway for {@code /api}, and the platform's readiness. */
@KlimrekService
public class PortalService {
    /** Names its configuration file, database and consumer group. */
    public static final String NAME = "portal";

    public static void main(String[] arguments) {
        ServiceLauncher.run(PortalService.class, NAME, arguments);
    }

    /** Starts the portal beside others in this JVM; returns when it accepts requests. */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(PortalService.class, NAME, overrides);
    }
}
