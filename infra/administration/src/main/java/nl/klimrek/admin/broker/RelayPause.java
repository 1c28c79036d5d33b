package nl.klimrek.admin.broker;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.eventing.relay.RelayControl;
import nl.klimrek.eventing.relay.RelayControl.Report;
import nl.klimrek.eventing.relay.RelaySwitch;

/** Pauses and resumes the relays of one service. A pause is complete when every living instance has nothing in flight. */
public final class RelayPause {

    /** An instance that has not reported for this long was killed. */
    private static final Duration ALIVE = RelaySwitch.REPORT_INTERVAL.multipliedBy(3);

    private static final long POLL_MILLIS = 200;

    private final String service;
    private final RelayControl control;
    private final Clock clock;

    RelayPause(String service, MongoDatabase database, Clock clock) {
        this.service = service;
        this.control = new RelayControl(database);
        this.clock = clock;
    }

    /**
     * Pauses the relays and returns when they are.
     *
     * @throws AdminException if an instance does not follow in time; the relays then stay paused
     */
    void pause(Duration timeout) throws InterruptedException {
        long setting = control.change(true).setting();
        long deadline = System.nanoTime() + timeout.toNanos();
        List<Report> late = late(setting);
        while (!late.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AdminException("Instance " + late.get(0).instance() + " of " + service
                        + " has not paused within " + timeout.toSeconds() + " s.");
            }
            Thread.sleep(POLL_MILLIS);
            late = late(setting);
        }
    }

    private List<Report> late(long setting) {
        Instant aliveSince = clock.instant().minus(ALIVE);
        return control.reports().stream()
                .filter(report -> report.at().isAfter(aliveSince))
                .filter(report -> report.setting() < setting || report.inFlight() > 0)
                .toList();
    }

    void resume() {
        control.change(false);
    }

    boolean isPaused() {
        return control.setting().paused();
    }

    /** One line about the switch and each instance. */
    String status() {
        StringBuilder text = new StringBuilder(service + ": " + (isPaused() ? "paused" : "running"));
        control.reports()
                .forEach(report -> text.append("; %s follows setting %d, %d in flight, at %s"
                        .formatted(report.instance(), report.setting(), report.inFlight(), report.at())));
        return text.toString();
    }
}
