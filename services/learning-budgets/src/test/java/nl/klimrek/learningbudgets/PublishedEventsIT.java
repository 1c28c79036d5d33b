package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.refusal;
import static nl.klimrek.learningbudgets.StaffFixture.HOURS;
import static nl.klimrek.learningbudgets.StaffFixture.PERSONAL;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import nl.klimrek.testkit.service.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PublishedEventsIT {
    private static final Set<String> EVERY_TYPE = Contracts.ALL.stream()
            .map(Contracts::typeOf)
            .filter(type -> type.startsWith("nl.klimrek.learning-budgets."))
            .collect(Collectors.toCollection(TreeSet::new));

    private static final ServiceUnderTest SERVICE = ServiceUnderTest.of(
                    LearningBudgetsService.class, LearningBudgetsService.NAME)
            .with(TestClock.runningFrom(Instant.parse("2027-01-12T09:00:00Z")))
            .on(Backend.embeddedWithItsOwnBroker())
            .start();
    private static final String POLICY = json("""
            {'pots': [{'code': 'personal', 'unit': 'EUR', 'amount': 50000, 'fundingSource': 'EMPLOYER', 'proRata': true,
                       'autoApproveUpTo': 0},
                      {'code': 'hours', 'unit': 'HOURS', 'amount': 2400, 'fundingSource': 'EMPLOYER', 'proRata': true,
                       'autoApproveUpTo': 0, 'carryOverUpTo': 600}]}""");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void every_type_of_event_is_published_fits_its_schema_and_holds_no_typed_text() {
        StaffFixture staff = new StaffFixture(SERVICE);
        staff.hr("p-hr").post("/policies", POLICY).ok();
        TestClient manager = staff.manager("p-bram");
        TestClient anna = staff.employee("p-anna", "p-bram");
        takeEveryStep(anna, manager);
        hoursBecomeLess(staff, anna, manager);
        int year = staff.today().getYear();
        QuarterEnds.passLastMonth(SERVICE, year);
        while (staff.today().getYear() == year) {
            QuarterEnds.pass(SERVICE);
        }
        List<TopicRecord> events = staff.published("p-anna");
        assertThat(events)
                .extracting(TopicRecord::type)
                .satisfies(types -> assertThat(new TreeSet<>(types)).isEqualTo(EVERY_TYPE));
        assertThat(events).allSatisfy(event -> {
            assertThat(EventSchema.violations(event)).isEmpty();
            assertThat(event.organisation()).isEqualTo(staff.organisation());
            assertThat(event.everything())
                    .doesNotContain(
                            RequestBodyFixture.WHAT,
                            RequestBodyFixture.ALTERNATIVES,
                            RequestBodyFixture.REASON,
                            RequestBodyFixture.REFERRAL,
                            RequestBodyFixture.RECEIPT);
        });
    }

    /** Half the hours leave less than a pending request has reserved; its refusal covers that. */
    private static void hoursBecomeLess(StaffFixture staff, TestClient anna, TestClient manager) {
        String pending = anna.post("/requests", budget(PERSONAL, 300_00)).ok().text("id");
        staff.changesHours("p-anna", "p-bram", 18 * 60, "2027-01-01");
        manager.post("/requests/" + pending + "/refusal", refusal()).ok();
    }

    private static void takeEveryStep(TestClient anna, TestClient manager) {
        String spent = anna.post("/requests", budget(PERSONAL, 200_00)).ok().text("id");
        manager.post("/requests/" + spent + "/approval").ok();
        anna.post("/requests/" + spent + "/expense", expense(PERSONAL, 150_00)).ok();
        anna.post("/requests/" + spent + "/receipts/1/correction", expense(PERSONAL, 140_00))
                .ok();
        String refused = anna.post("/requests", budget(HOURS, 600)).ok().text("id");
        manager.post("/requests/" + refused + "/refusal", refusal()).ok();
        String withdrawn = anna.post("/requests", budget(HOURS, 600)).ok().text("id");
        anna.post("/requests/" + withdrawn + "/withdrawal", json("{'reason': '%s'}", RequestBodyFixture.REASON))
                .ok();
        manager.get("/p-anna").ok();
    }
}
