package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.refusal;
import static nl.klimrek.learningbudgets.StaffFixture.HOURS;
import static nl.klimrek.learningbudgets.StaffFixture.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

class PublishedEventsIT {
    private static final Set<String> EVERY_TYPE = Contracts.ALL.stream()
            .map(Contracts::typeOf)
            .filter(type -> type.startsWith("nl.klimrek.learning-budgets."))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void every_type_of_event_is_published_fits_its_schema_and_holds_no_typed_text() {
        StaffFixture staff = new StaffFixture();
        TestClient manager = staff.manager("p-bram");
        TestClient anna = staff.employee("p-anna", "p-bram");
        takeEveryStep(anna, manager);
        QuarterEnds.pass(BudgetsUnderTest.SERVICE);
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

    private static void takeEveryStep(TestClient anna, TestClient manager) {
        String spent = anna.post("/requests", budget(PERSONAL, 200_00)).ok().text("id");
        manager.post("/requests/" + spent + "/approval").ok();
        anna.post("/requests/" + spent + "/expense", expense(PERSONAL, 150_00)).ok();
        String refused = anna.post("/requests", budget(HOURS, 600)).ok().text("id");
        manager.post("/requests/" + refused + "/refusal", refusal()).ok();
        String withdrawn = anna.post("/requests", budget(HOURS, 600)).ok().text("id");
        anna.post("/requests/" + withdrawn + "/withdrawal").ok();
        manager.get("/p-anna").ok();
    }
}
