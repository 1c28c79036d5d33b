package nl.klimrek.insights;

import java.time.Instant;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;

/** The insights service that all tests of this module share. Its clock begins on the last day of November 2026. */
final class InsightsUnderTest {
    static final ServiceUnderTest SERVICE = ServiceUnderTest.of(InsightsService.class, InsightsService.NAME)
            .with(TestClock.runningFrom(Instant.parse("2026-11-30T09:00:00Z")))
            .start();

    private InsightsUnderTest() {}
}
