package nl.klimrek.people;

import java.util.Map;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The people service: HR facts in; who is who, in which team, with which manager, out. */
@KlimrekService
@EnableScheduling
public class PeopleService {

    public static final String NAME = "people";

    /** Starts it and returns when it accepts requests. @param overrides properties that win over every other source */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(PeopleService.class, NAME, overrides);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(PeopleService.class, NAME, arguments);
    }
}
