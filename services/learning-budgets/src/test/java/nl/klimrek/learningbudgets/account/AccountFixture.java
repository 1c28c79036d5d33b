package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Entitlement;
import nl.klimrek.learningbudgets.pot.Minutes;
import nl.klimrek.learningbudgets.pot.Money;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.PotBalance;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.PotTerms;
import nl.klimrek.servicekit.text.PrivateText;

/** Accounts and requests for tests, and their balances recomputed from the ledger. */
public final class AccountFixture {

    public static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    public static final LocalDate DAY = LocalDate.parse("2026-12-01");
    public static final AccountId ANNA = new AccountId("p-anna");
    public static final int FULL_TIME = 36 * 60;
    public static final String MANAGER = "p-bram";
    public static final String PERSONAL = "personal-2026";
    public static final String HOURS = "hours-2026";

    private AccountFixture() {}

    /** An account with 500 euros, of which shares up to 100 are approved at once, and 40 hours that always need a decision. */
    public static BudgetAccount anAccount() {
        return after(BudgetAccount.empty(ANNA)
                .grant(
                        List.of(
                                grant(PERSONAL, new Money(500_00), new Money(100_00)),
                                grant(HOURS, new Minutes(40 * 60), new Minutes(0))),
                        NOW));
    }

    public static PotGrant grant(String pot, Amount amount, Amount autoApproveUpTo) {
        LocalDate newYear = LocalDate.parse("2026-01-01");
        return new PotGrant(
                pot,
                FundingSource.EMPLOYER,
                newYear,
                LocalDate.parse("2026-12-31"),
                autoApproveUpTo,
                Entitlement.of(amount, true, FULL_TIME, newYear, FULL_TIME),
                new PotTerms(pot.substring(0, pot.lastIndexOf('-')), 365, null, null));
    }

    public static NewBudgetRequest request(String id, PotAmount... shares) {
        return request(id, DAY, false, shares);
    }

    public static NewBudgetRequest request(String id, LocalDate neededOn, boolean requiredByLaw, PotAmount... shares) {
        return new NewBudgetRequest(
                id, PrivateText.of("a course in welding"), null, "g-1", null, List.of(shares), neededOn, requiredByLaw);
    }

    public static PotAmount euros(long cents) {
        return new PotAmount(PERSONAL, cents);
    }

    public static PotAmount minutes(long minutes) {
        return new PotAmount(HOURS, minutes);
    }

    public static BudgetAccount after(Decision<BudgetAccount> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("nothing changed");
        });
    }

    public static List<Record> events(Decision<BudgetAccount> decision) {
        return decision instanceof Decision.Accepted<BudgetAccount> accepted ? accepted.events() : List.of();
    }

    public static String refusal(Decision<BudgetAccount> decision) {
        return decision instanceof Decision.Refused<BudgetAccount> refused
                ? refused.refusal().code()
                : "accepted";
    }

    public static PotBalance personal(BudgetAccount account) {
        return account.pot(PERSONAL).orElseThrow().balance();
    }

    public static PotBalance balance(long granted, long available, long reserved, long committed, long spent) {
        return new PotBalance(
                new Money(granted), new Money(available), new Money(reserved), new Money(committed), new Money(spent));
    }

    /** The balance of each pot, computed from its ledger entries alone. */
    public static Collection<PotBalance> recomputed(BudgetAccount account) {
        List<PotBalance> balances = new ArrayList<>();
        for (Pot pot : account.pots()) {
            balances.add(PotBalance.of(
                    pot.unit(),
                    account.ledger().stream()
                            .filter(entry -> entry.pot().equals(pot.id()))
                            .toList()));
        }
        return balances;
    }

    public static Collection<PotBalance> stored(BudgetAccount account) {
        return account.pots().stream().map(Pot::balance).toList();
    }
}
