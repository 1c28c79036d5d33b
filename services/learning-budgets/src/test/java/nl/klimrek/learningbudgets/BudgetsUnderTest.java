package nl.klimrek.learningbudgets;

import java.time.Instant;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import nl.klimrek.testkit.service.TestClock;

/** The learning-budgets service that all tests of this module share. Its clock begins in January 2027. */
final class BudgetsUnderTest {
    static final ServiceUnderTest SERVICE = ServiceUnderTest.of(
                    LearningBudgetsService.class, LearningBudgetsService.NAME)
            .with(TestClock.runningFrom(Instant.parse("2027-01-12T09:00:00Z")))
            .start();

    private BudgetsUnderTest() {}

    /** A client of {@code /api/learning-budgets}. */
    static TestClient as(String person, String organisation, Role... roles) {
        return SERVICE.as(person, organisation, roles).below("/api/learning-budgets");
    }
}
