package nl.klimrek.people.roster;

import nl.klimrek.people.PeopleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs {@link DailyRollover} at the start and every {@code klimrek.people.day-check}. */
@Component
final class DailyRolloverSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRolloverSchedule.class);

    private final DailyRollover rollover;
    private final PeopleSettings settings;

    DailyRolloverSchedule(DailyRollover rollover, PeopleSettings settings) {
        this.rollover = rollover;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${klimrek.people.day-check:5m}")
    void run() {
        try {
            rollover.run(settings.organisations());
        } catch (RuntimeException passing) {
            // The store or broker may be away; what was not done is done at the next run.
            LOG.warn(
                    "The daily rollover failed and is tried again later: {}",
                    passing.getClass().getSimpleName());
        }
    }
}
