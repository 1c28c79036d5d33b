package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.PERSONAL;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.euros;
import static nl.klimrek.learningbudgets.account.AccountFixture.personal;
import static nl.klimrek.learningbudgets.account.AccountFixture.recomputed;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static nl.klimrek.learningbudgets.account.AccountFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import nl.klimrek.contracts.learningbudgets.BudgetReleased;
import nl.klimrek.contracts.learningbudgets.BudgetReserved;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.PotBalance;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random commands against an account and against a model that knows only numbers; both must agree after each. */
class BudgetAccountModelTest {

    private static final int STEPS = 300;
    private static final long GRANTED = 500_00;
    private static final long THRESHOLD = 100_00;
    private static final PrivateText WORDS = PrivateText.of("words");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void in_any_order_of_commands_the_account_agrees_with_the_model(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        BudgetAccount account = anAccount();
        long available = GRANTED;
        for (int step = 0; step < STEPS; step++) {
            String request = "r" + random.nextInt(40);
            long amount = random.nextInt(220_00) - 10L;
            String before = model.status(request);
            boolean expected;
            Decision<BudgetAccount> decision;
            switch (random.nextInt(60) == 0 ? 5 : random.nextInt(5)) {
                case 0 -> {
                    decision = account.submit(request(request, euros(amount)), NOW);
                    expected = model.submit(request, amount);
                }
                case 1 -> {
                    decision = account.approve(request, random.nextInt(5) == 0 ? "p-anna" : "p-bram", NOW);
                    expected = !AccountFixture.refusal(decision).equals("own-request") && model.approve(request);
                }
                case 2 -> {
                    decision = account.refuse(request, "p-bram", WORDS, WORDS, NOW);
                    expected = model.end(request, "REQUESTED", "REFUSED");
                }
                case 3 -> {
                    decision = account.withdraw(request, null, NOW);
                    expected =
                            model.end(request, "REQUESTED", "WITHDRAWN") || model.end(request, "APPROVED", "WITHDRAWN");
                }
                case 4 -> {
                    decision = account.spend(request, List.of(euros(amount)), WORDS, true, NOW);
                    expected = model.spend(request, amount);
                }
                default -> {
                    decision = random.nextBoolean() ? account.ownerLeaves(NOW) : account.grant(List.of(), NOW);
                    boolean left = decision.stateOr(() -> account(model)).ownerLeft();
                    expected = model.left != left;
                    model.leave(left);
                }
            }
            boolean accepted = decision instanceof Decision.Accepted<BudgetAccount>;
            assertThat(accepted)
                    .as("seed %d step %d %s (%s) %d", seed, step, request, before, amount)
                    .isEqualTo(expected);
            account = accepted ? AccountFixture.after(decision) : account;
            available += availableChange(AccountFixture.events(decision));
            assertThat(personal(account)).as("seed %d step %d", seed, step).isEqualTo(model.balance());
            assertThat(available)
                    .as("what events tell")
                    .isEqualTo(model.balance().available().minorUnits());
            assertThat(recomputed(account)).isEqualTo(stored(account));
        }
    }

    /** Only asked when nothing changed: the owner is then as the model has it. */
    private static BudgetAccount account(Model model) {
        return new BudgetAccount("ba-x", "x", model.left, List.of(), 0, List.of(), List.of(), null);
    }

    /** How a reader of events alone sees what is available change. */
    private static long availableChange(List<Record> events) {
        long change = 0;
        for (Record fact : events) {
            if (fact instanceof BudgetReserved reserved && reserved.pot().equals(PERSONAL)) {
                change -= reserved.amount();
            } else if (fact instanceof BudgetReleased released && released.pot().equals(PERSONAL)) {
                change += released.amount();
            }
        }
        return change;
    }

    /** Requests as a status and an amount; balances are sums over them. */
    private static final class Model {
        private final Map<String, String> statuses = new HashMap<>();
        private final Map<String, Long> amounts = new HashMap<>();
        private final Set<String> automatic = new HashSet<>();
        private boolean left;

        String status(String request) {
            return statuses.getOrDefault(request, "NONE");
        }

        boolean submit(String request, long amount) {
            if (statuses.containsKey(request)
                    || left
                    || amount <= 0
                    || amount > balance().available().minorUnits()) {
                return false;
            }
            boolean atOnce = approvedAtOnce() + amount <= THRESHOLD;
            amounts.put(request, amount);
            statuses.put(request, atOnce ? "APPROVED" : "REQUESTED");
            if (atOnce) {
                automatic.add(request);
            }
            return true;
        }

        /** What was approved without a person and not withdrawn, whatever the split. */
        private long approvedAtOnce() {
            return automatic.stream()
                    .filter(request -> List.of("APPROVED", "SETTLED").contains(status(request)))
                    .mapToLong(amounts::get)
                    .sum();
        }

        boolean approve(String request) {
            return end(request, "REQUESTED", "APPROVED");
        }

        boolean spend(String request, long amount) {
            if (!status(request).equals("APPROVED") || amount <= 0 || amount > amounts.get(request)) {
                return false;
            }
            amounts.put(request, amount);
            return end(request, "APPROVED", "SETTLED");
        }

        boolean end(String request, String from, String to) {
            return statuses.replace(request, from, to);
        }

        void leave(boolean gone) {
            left = gone;
            if (gone) {
                statuses.replaceAll((request, status) -> status.equals("REQUESTED") ? "WITHDRAWN" : status);
            }
        }

        PotBalance balance() {
            long reserved = sum("REQUESTED");
            long committed = sum("APPROVED");
            long spent = sum("SETTLED");
            return AccountFixture.balance(GRANTED, GRANTED - reserved - committed - spent, reserved, committed, spent);
        }

        private long sum(String status) {
            return amounts.entrySet().stream()
                    .filter(entry -> status(entry.getKey()).equals(status))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
