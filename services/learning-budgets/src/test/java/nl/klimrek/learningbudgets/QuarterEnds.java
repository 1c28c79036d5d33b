package nl.klimrek.learningbudgets;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import nl.klimrek.learningbudgets.roster.QuarterEndReporter;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.testkit.service.ServiceUnderTest;

/** Lets quarters end. */
final class QuarterEnds {
    private QuarterEnds() {}

    /** Moves the clock to the second day of the next quarter, when the last one has ended everywhere. */
    static void advanceClock(ServiceUnderTest service) {
        LocalDate today = LocalDate.ofInstant(service.clock().instant(), ZoneOffset.UTC);
        LocalDate next = today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).plusDays(1);
        service.clock().advanceTo(next.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** Lets a quarter end and be reported on every account. */
    static void pass(ServiceUnderTest service) {
        advanceClock(service);
        report(service);
    }

    /** Lets everything be reported that is due in the last month of a year, or now if that is later. */
    static void passLastMonth(ServiceUnderTest service, int year) {
        Instant lastMonth = LocalDate.of(year, 12, 1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        if (service.clock().instant().isBefore(lastMonth)) {
            service.clock().advanceTo(lastMonth);
        }
        report(service);
    }

    private static void report(ServiceUnderTest service) {
        ClockJob job = service.bean(QuarterEndReporter.class).job();
        await().until(() -> {
            service.bean(ClockJobRunner.class).run(job);
            return !job.hasWork();
        });
    }
}
