package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.refusal;
import static nl.klimrek.learningbudgets.Roster.HOURS;
import static nl.klimrek.learningbudgets.Roster.PATIENCE;
import static nl.klimrek.learningbudgets.Roster.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.learningbudgets.Events.Published;
import nl.klimrek.learningbudgets.RunningService.Person;
import nl.klimrek.testkit.events.EventSchema;
import org.junit.jupiter.api.Test;

class PublishedEventsIT {

    private static final Set<String> EVERY_KIND = Contracts.ALL.stream()
            .map(Contracts::typeOf)
            .filter(type -> type.startsWith("nl.klimrek.learning-budgets."))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void every_kind_of_fact_fits_its_schema_and_holds_no_typed_word() {
        Roster roster = new Roster();
        Person manager = roster.manager("p-bram");
        Person anna = roster.employee("p-anna", "p-bram");
        playEveryStep(anna, manager);
        roster.quarterPasses("p-anna");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kinds(roster)).isEqualTo(EVERY_KIND));
        List<Published> facts = RunningService.SHARED.events.about(roster.organisation, "p-anna");
        assertThat(facts)
                .allSatisfy(fact -> assertThat(EventSchema.violations(fact.type(), fact.data()))
                        .isEmpty());
        assertThat(facts)
                .allSatisfy(fact -> assertThat(fact.headers() + fact.data())
                        .doesNotContain(
                                RequestBodyFixture.WHAT,
                                RequestBodyFixture.ALTERNATIVES,
                                RequestBodyFixture.REASON,
                                RequestBodyFixture.REFERRAL,
                                RequestBodyFixture.RECEIPT));
        assertThat(facts).extracting(Published::organisation).containsOnly(roster.organisation);
    }

    private static void playEveryStep(Person anna, Person manager) {
        String spent = anna.post("/requests", budget(PERSONAL, 200_00)).text("id");
        manager.post("/requests/" + spent + "/approval", "");
        anna.post("/requests/" + spent + "/expense", expense(PERSONAL, 150_00));
        String refused = anna.post("/requests", budget(HOURS, 600)).text("id");
        manager.post("/requests/" + refused + "/refusal", refusal());
        String withdrawn = anna.post("/requests", budget(HOURS, 600)).text("id");
        anna.post("/requests/" + withdrawn + "/withdrawal", "");
        manager.get("/p-anna");
    }

    private static Set<String> kinds(Roster roster) {
        return RunningService.SHARED.events.about(roster.organisation, "p-anna").stream()
                .map(Published::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
