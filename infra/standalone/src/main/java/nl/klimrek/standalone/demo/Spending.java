package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klimrek.contracts.reminders.PromptAction;

/** A learning budget pays for the goal: asked, decided by another, spent, and the rest given back. */
final class Spending {

    private static final String BUDGETS = "/api/learning-budgets";
    private static final long EUROS_ASKED = 12_000;
    private static final long EUROS_SPENT = 9_550;
    private static final long MINUTES = 480;
    private static final int DAYS_AHEAD = 21;

    private final Stage stage;
    private final Person employee;
    private final Prompts prompts;
    private String request;

    Spending(Stage stage, Person employee, Prompts prompts) {
        this.stage = stage;
        this.employee = employee;
        this.prompts = prompts;
    }

    void play(String goal, String activity) {
        Story story = stage.story();
        story.chapter("A learning budget");
        story.step(employee.name() + " asks for budget", step -> asks(goal, activity, step));
        story.step("Bram decides", this::decides);
        story.step(employee.name() + " hands in the receipt", this::spends);
    }

    private void asks(String goal, String activity, Step step) {
        Pots before = pots();
        long available = Pots.amount(before.in("EUR"), "available");
        employee.tries(BUDGETS + "/requests", ask(available + 1, goal, activity, before))
                .refused("budget-insufficient");
        Missing.unless(pots().account().equals(before.account()), "A refused request changed the pots.");
        step.proof("asking one cent more than the %s there are is refused, and nothing changed", Pots.euros(available));
        Answer asked = employee.does(BUDGETS + "/requests", ask(EUROS_ASKED, goal, activity, before));
        request = asked.text("id");
        Missing.unless("REQUESTED".equals(asked.text("status")), "The request is %s.", asked.text("status"));
        Missing.unless(
                Pots.amount(pots().in("EUR"), "reserved") == EUROS_ASKED,
                "Not %s is reserved.",
                Pots.euros(EUROS_ASKED));
        step.proof("%s and %s are reserved for request %s", Pots.euros(EUROS_ASKED), Pots.hours(MINUTES), request);
    }

    private Map<String, Object> ask(long cents, String goal, String activity, Pots pots) {
        return Map.of(
                "what",
                stage.typed("Meeloopdagen plus scholing stervensfase"),
                "goal",
                goal,
                "activity",
                activity,
                "neededOn",
                neededOn(pots),
                "shares",
                shares(pots, cents));
    }

    /** In three weeks, or on the last day that the pots can still be used. */
    private String neededOn(Pots pots) {
        LocalDate last = LocalDate.parse(pots.in("EUR").get("validUntil").asText());
        LocalDate soon = stage.today().plusDays(DAYS_AHEAD);
        return (soon.isAfter(last) ? last : soon).toString();
    }

    private static List<Map<String, Object>> shares(Pots pots, long cents) {
        return List.of(
                Map.of("pot", pots.in("EUR").get("pot").asText(), "amount", cents),
                Map.of("pot", pots.in("HOURS").get("pot").asText(), "amount", MINUTES));
    }

    private void decides(Step step) {
        String path = BUDGETS + "/requests/" + request;
        employee.tries(path + "/approval", Map.of()).refused("own-request");
        Patience.until(
                "the request is on Bram's list",
                () -> Optional.of(stage.bram()
                                .get(BUDGETS + "/requests?toDecide=me&limit=200")
                                .toString())
                        .filter(list -> list.contains(request)));
        Answer approved = stage.bram().does(path + "/approval");
        Missing.unless("APPROVED".equals(approved.text("status")), "The request is %s.", approved.text("status"));
        JsonNode pot = pots().in("EUR");
        Missing.unless(
                Pots.amount(pot, "committed") == EUROS_ASKED && Pots.amount(pot, "reserved") == 0,
                "It is not committed: %s",
                pot);
        step.proof(
                "%s committed; deciding oneself was refused; Bram's prompt to decide is %s",
                Pots.euros(EUROS_ASKED), prompts.settled(PromptAction.DECIDE_REQUEST, stage.bram()));
    }

    private void spends(Step step) {
        Map<String, Object> expense =
                Map.of("receipt", stage.typed("Factuur van de zorgacademie"), "spent", shares(pots(), EUROS_SPENT));
        UUID key = UUID.randomUUID();
        String path = BUDGETS + "/requests/" + request + "/expense";
        employee.repeats(path, expense, key).required();
        JsonNode once = pots().account();
        employee.repeats(path, expense, key).required();
        Pots after = pots();
        Missing.unless(after.account().equals(once), "The same receipt sent twice was booked twice.");
        after.addUp();
        JsonNode pot = after.in("EUR");
        long available = Pots.amount(pot, "granted") - EUROS_SPENT;
        Missing.unless(
                Pots.amount(pot, "spent") == EUROS_SPENT && Pots.amount(pot, "available") == available,
                "The pot is wrong: %s",
                pot);
        step.proof(
                "%s spent, %s released, %s left; granted = available + reserved + committed + spent",
                Pots.euros(EUROS_SPENT), Pots.euros(EUROS_ASKED - EUROS_SPENT), Pots.euros(available));
        step.proof("the same receipt sent again changes nothing");
    }

    private Pots pots() {
        return new Pots(employee.get(BUDGETS + "/mine"));
    }
}
