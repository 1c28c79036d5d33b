package nl.klimrek.people.roster;

import java.util.List;
import nl.klimrek.eventing.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs {@link DailyRollover} at the start and every {@code klimrek.people.day-check}. */
public final class DailyRolloverSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(DailyRolloverSchedule.class);

    private final DailyRollover rollover;
    private final List<Organisation> organisations;

    public DailyRolloverSchedule(DailyRollover rollover, List<Organisation> organisations) {
        this.rollover = rollover;
        this.organisations = List.copyOf(organisations);
    }

    @Scheduled(fixedDelayString = "${klimrek.people.day-check:5m}")
    public void run() {
        try {
            rollover.run(organisations);
        } catch (RuntimeException unavailable) {
            // The store or the broker may be unavailable; the next run does what this one did not.
            LOG.warn(
                    "The daily rollover failed and will be tried again: {}",
                    unavailable.getClass().getSimpleName());
        }
    }
}
