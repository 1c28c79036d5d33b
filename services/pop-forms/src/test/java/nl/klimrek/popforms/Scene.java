package nl.klimrek.popforms;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import nl.klimrek.servicekit.security.Role;

/** An organisation of its own for a test: Anna reports to Bram; Carla manages others; Hella is HR. */
final class Scene {

    static final String POP = "/pop-anna";
    /** A word that is in nothing but what somebody typed. */
    static final String SECRET = "Zandkasteel";

    private final String organisation = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final Bus bus = new Bus(organisation);

    Scene() {
        bus.joined("bram", null);
        bus.joined("carla", null);
        bus.joined("anna", "bram");
        caughtUp();
    }

    String organisation() {
        return organisation;
    }

    Bus bus() {
        return bus;
    }

    Api anna() {
        return Api.as("anna", organisation, Role.EMPLOYEE);
    }

    Api bram() {
        return Api.as("bram", organisation, Role.EMPLOYEE, Role.MANAGER);
    }

    Api carla() {
        return Api.as("carla", organisation, Role.EMPLOYEE, Role.MANAGER);
    }

    Api hella() {
        return Api.as("hella", organisation, Role.HR);
    }

    /** Waits until the service has taken in everything that was said. */
    static void caughtUp() {
        await().atMost(Duration.ofSeconds(20)).until(RunningPopForms::hasCaughtUp);
    }

    static LocalDate inHalfAYear() {
        return LocalDate.now(Clock.systemUTC()).plusMonths(6);
    }

    /** A goal as it is sent. */
    static String goal(String title, boolean keptPrivate) {
        return """
                {"title":"%s","why":"Nieuwsgierig","howMeasured":"De las houdt","targetDate":"%s","horizon":"SHORT",
                 "purpose":"BROADEN","direction":"SIDE","conversation":"conv-1","keptPrivate":%s,
                 "skills":[{"scheme":"ESCO","code":"S1.2.3","version":"1.2","label":"welding"}]}
                """.formatted(title, inHalfAYear(), keptPrivate);
    }
}
