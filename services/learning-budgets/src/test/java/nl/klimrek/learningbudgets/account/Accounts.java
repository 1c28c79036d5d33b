package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.contracts.learningbudgets.GrantBasis;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.amount.Amount;
import nl.klimrek.learningbudgets.amount.Minutes;
import nl.klimrek.learningbudgets.amount.Money;
import nl.klimrek.learningbudgets.ledger.Balance;

/** Accounts as the tests need them, and what must be true of each. */
final class Accounts {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    static final LocalDate DAY = LocalDate.parse("2026-12-01");
    static final AccountId ANNA = new AccountId("p-anna");
    static final String MANAGER = "p-bram";
    static final String PERSONAL = "personal-2026";
    static final String HOURS = "hours-2026";

    private Accounts() {}

    /** Five hundred euros, up to a hundred without asking, and forty hours, always asked. */
    static BudgetAccount anAccount() {
        return after(BudgetAccount.of(ANNA)
                .grant(
                        List.of(
                                grant(PERSONAL, new Money(500_00), new Money(100_00)),
                                grant(HOURS, new Minutes(40 * 60), new Minutes(0))),
                        NOW));
    }

    static PotGrant grant(String pot, Amount amount, Amount autoApproveUpTo) {
        return new PotGrant(
                pot,
                FundingSource.EMPLOYER,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                autoApproveUpTo,
                amount,
                GrantBasis.FULL);
    }

    static Ask ask(String request, PotShare... shares) {
        return ask(request, DAY, false, shares);
    }

    static Ask ask(String request, LocalDate neededOn, boolean requiredByLaw, PotShare... shares) {
        return new Ask(
                request, Words.of("a course in welding"), null, "g-1", null, List.of(shares), neededOn, requiredByLaw);
    }

    static PotShare euros(long cents) {
        return new PotShare(PERSONAL, cents);
    }

    static PotShare minutes(long minutes) {
        return new PotShare(HOURS, minutes);
    }

    static BudgetAccount after(Decision<BudgetAccount> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("nothing changed");
        });
    }

    static List<Record> facts(Decision<BudgetAccount> decision) {
        return decision instanceof Decision.Accepted<BudgetAccount> accepted ? accepted.events() : List.of();
    }

    static String refusal(Decision<BudgetAccount> decision) {
        return decision instanceof Decision.Refused<BudgetAccount> refused
                ? refused.refusal().code()
                : "accepted";
    }

    static Balance personal(BudgetAccount account) {
        return account.pot(PERSONAL).orElseThrow().balance();
    }

    static Balance balance(long granted, long available, long reserved, long committed, long spent) {
        return new Balance(
                new Money(granted), new Money(available), new Money(reserved), new Money(committed), new Money(spent));
    }

    /** The balance of each pot as its ledger entries alone give it. */
    static Collection<Balance> recomputed(BudgetAccount account) {
        List<Balance> balances = new ArrayList<>();
        for (Pot pot : account.pots()) {
            balances.add(Balance.of(
                    pot.unit(),
                    account.ledger().stream()
                            .filter(entry -> entry.pot().equals(pot.id()))
                            .toList()));
        }
        return balances;
    }

    static Collection<Balance> stored(BudgetAccount account) {
        return account.pots().stream().map(Pot::balance).toList();
    }
}
