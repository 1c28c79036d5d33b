package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.BudgetView;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.PromptTracker;

/** Chapter: a learning budget is requested, approved by the manager, spent, the rest released, and the receipt corrected. */
final class BudgetChapter {

    private static final String BUDGETS = "/api/learning-budgets";
    private static final long EUROS_ASKED = 12_000;
    private static final long EUROS_SPENT = 9_550;
    private static final long EUROS_CORRECTED = 9_055;
    private static final long MINUTES = 480;
    private static final int DAYS_AHEAD = 21;

    private final DemoContext context;
    private final DemoUser employee;
    private final PromptTracker prompts;
    private String request = "";

    BudgetChapter(DemoContext context, DemoUser employee, PromptTracker prompts) {
        this.context = context;
        this.employee = employee;
        this.prompts = prompts;
    }

    void play(String goal, String activity) {
        DemoScript script = context.script();
        script.chapter("A learning budget");
        script.step(employee.name() + " asks for budget", step -> asks(goal, activity, step));
        script.step("Bram decides", this::decides);
        script.step(employee.name() + " hands in the receipt", this::spends);
        script.step(employee.name() + " corrects the receipt", this::corrects);
    }

    private void asks(String goal, String activity, DemoStep step) {
        BudgetView before = pots();
        long available = BudgetView.amount(before.in("EUR"), "available");
        employee.tryPost(BUDGETS + "/requests", ask(available + 1, goal, activity, before))
                .refused("budget-insufficient");
        DemoFailure.unless(pots().account().equals(before.account()), "A refused request changed the pots.");
        step.proof(
                "asking one cent more than the %s there are is refused, and nothing changed",
                BudgetView.euros(available));
        ApiResponse asked = employee.post(BUDGETS + "/requests", ask(EUROS_ASKED, goal, activity, before));
        request = asked.text("id");
        DemoFailure.unless("REQUESTED".equals(asked.text("status")), "The request is %s.", asked.text("status"));
        DemoFailure.unless(
                BudgetView.amount(pots().in("EUR"), "reserved") == EUROS_ASKED,
                "Not %s is reserved.",
                BudgetView.euros(EUROS_ASKED));
        step.proof(
                "%s and %s are reserved for request %s",
                BudgetView.euros(EUROS_ASKED), BudgetView.hours(MINUTES), request);
    }

    private Map<String, Object> ask(long cents, String goal, String activity, BudgetView pots) {
        return Map.of(
                "what",
                context.typed("Meeloopdagen plus scholing stervensfase"),
                "goal",
                goal,
                "activity",
                activity,
                "neededOn",
                neededOn(pots),
                "shares",
                shares(pots, cents));
    }

    /** In three weeks, or on the pot's last valid day if that is earlier. */
    private String neededOn(BudgetView pots) {
        LocalDate last = LocalDate.parse(pots.in("EUR").get("validUntil").asText());
        LocalDate soon = context.today().plusDays(DAYS_AHEAD);
        return (soon.isAfter(last) ? last : soon).toString();
    }

    private static List<Map<String, Object>> shares(BudgetView pots, long cents) {
        return List.of(
                Map.of("pot", pots.in("EUR").get("pot").asText(), "amount", cents),
                Map.of("pot", pots.in("HOURS").get("pot").asText(), "amount", MINUTES));
    }

    private void decides(DemoStep step) {
        String path = BUDGETS + "/requests/" + request;
        employee.tryPost(path + "/approval", Map.of()).refused("own-request");
        Eventually.until(
                "the request is on Bram's list",
                () -> Optional.of(context.bram()
                                .get(BUDGETS + "/requests?toDecide=me&limit=200")
                                .toString())
                        .filter(list -> list.contains(request)));
        ApiResponse approved = context.bram().post(path + "/approval");
        DemoFailure.unless("APPROVED".equals(approved.text("status")), "The request is %s.", approved.text("status"));
        JsonNode pot = pots().in("EUR");
        DemoFailure.unless(
                BudgetView.amount(pot, "committed") == EUROS_ASKED && BudgetView.amount(pot, "reserved") == 0,
                "It is not committed: %s",
                pot);
        step.proof(
                "%s committed; deciding oneself was refused; Bram's prompt to decide is %s",
                BudgetView.euros(EUROS_ASKED), prompts.settled(PromptAction.DECIDE_REQUEST, context.bram()));
    }

    private void spends(DemoStep step) {
        Map<String, Object> expense =
                Map.of("receipt", context.typed("Factuur van de zorgacademie"), "spent", shares(pots(), EUROS_SPENT));
        UUID key = UUID.randomUUID();
        String path = BUDGETS + "/requests/" + request + "/expense";
        employee.postWithKey(path, expense, key).required();
        JsonNode once = pots().account();
        employee.postWithKey(path, expense, key).required();
        BudgetView after = pots();
        DemoFailure.unless(after.account().equals(once), "The same receipt sent twice was booked twice.");
        after.addUp();
        JsonNode pot = after.in("EUR");
        long available = BudgetView.amount(pot, "granted") - EUROS_SPENT;
        DemoFailure.unless(
                BudgetView.amount(pot, "spent") == EUROS_SPENT && BudgetView.amount(pot, "available") == available,
                "The pot is wrong: %s",
                pot);
        step.proof(
                "%s spent, %s released, %s left; granted = available + reserved + committed + spent",
                BudgetView.euros(EUROS_SPENT),
                BudgetView.euros(EUROS_ASKED - EUROS_SPENT),
                BudgetView.euros(available));
        step.proof("the same receipt sent again changes nothing");
    }

    private void corrects(DemoStep step) {
        Map<String, Object> right =
                Map.of("receipt", context.typed("Creditnota verwerkt"), "spent", shares(pots(), EUROS_CORRECTED));
        employee.post(BUDGETS + "/requests/" + request + "/receipts/1/correction", right);
        BudgetView after = pots();
        after.addUp();
        JsonNode pot = after.in("EUR");
        DemoFailure.unless(BudgetView.amount(pot, "spent") == EUROS_CORRECTED, "The correction is not booked: %s", pot);
        JsonNode explained = employee.get(
                BUDGETS + "/" + employee.id() + "/pots/" + pot.get("pot").asText() + "/explanation");
        JsonNode newest = explained.get("lines").get(0);
        DemoFailure.unless(
                newest.get("available").asLong() == BudgetView.amount(pot, "available"),
                "The newest line does not explain what is left: %s",
                newest);
        step.proof(
                "a counter-entry takes back %s and %s is booked instead; %d lines explain the %s that are left",
                BudgetView.euros(EUROS_SPENT),
                BudgetView.euros(EUROS_CORRECTED),
                explained.get("lines").size(),
                BudgetView.euros(BudgetView.amount(pot, "available")));
    }

    private BudgetView pots() {
        return new BudgetView(employee.get(BUDGETS + "/mine"));
    }
}
