package nl.klimrek.testkit.architecture.sample;

import java.time.Clock;
import java.time.Instant;
import nl.klimrek.eventing.Decision;
import org.springframework.data.annotation.Id;

/** One class for each rule, which breaks it. */
public final class Violations {

    private Violations() {}

    /** Reads the time from the machine. */
    public static final class WallClock {
        Instant read() {
            return Instant.now();
        }
    }

    /** Makes its own clock. */
    public static final class OwnClock {
        Clock create() {
            return Clock.systemUTC();
        }
    }

    /** A value that knows its store. */
    public record StoredValue(@Id String id) {}

    /** Decides with technology at hand. */
    public static final class Decider {
        @Id
        private String unusedId;

        Decision<String> decide() {
            return Decision.unchanged();
        }
    }
}
