package nl.klimrek.learningbudgets.account;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotBalance;

/** Cuts an account's ledger into pages, and computes earlier balances back from the present ones. */
public final class LedgerHistory {

    private LedgerHistory() {}

    static boolean hasFullPage(BudgetAccount account) {
        return account.ledger().size() >= 2 * LedgerPage.SIZE;
    }

    /** The oldest entries as a page, with the balances before them. */
    static LedgerPage oldestPage(BudgetAccount account) {
        List<LedgerEntry> entries = account.ledger().subList(0, LedgerPage.SIZE);
        return new LedgerPage(account.id(), account.archived() / LedgerPage.SIZE, opening(account), entries);
    }

    /** The account without the entries of its oldest page, once that is stored. */
    static Decision<BudgetAccount> withoutPage(BudgetAccount account, long number) {
        return !hasFullPage(account) || number != account.archived() / LedgerPage.SIZE
                ? Decision.unchanged()
                : Decision.accept(new BudgetAccount(
                        account.id(),
                        account.employee(),
                        account.ownerLeft(),
                        account.pots(),
                        account.archived() + LedgerPage.SIZE,
                        account.ledger()
                                .subList(LedgerPage.SIZE, account.ledger().size()),
                        account.requests(),
                        account.lastReportedQuarter()));
    }

    /** The balance of each pot before the entries that the account itself holds, without those of zero. */
    private static List<LedgerPage.Opening> opening(BudgetAccount account) {
        List<LedgerPage.Opening> opening = new ArrayList<>();
        for (Pot pot : account.pots()) {
            PotBalance balance = before(pot, account.ledger());
            if (!balance.equals(PotBalance.empty(pot.unit()))) {
                opening.add(new LedgerPage.Opening(pot.id(), balance));
            }
        }
        return opening;
    }

    /** The balance of a pot before these entries, which are its account's newest. */
    public static PotBalance before(Pot pot, List<LedgerEntry> newest) {
        PotBalance balance = pot.balance();
        for (int i = newest.size() - 1; i >= 0; i--) {
            LedgerEntry entry = newest.get(i);
            balance = entry.pot().equals(pot.id()) ? balance.before(entry) : balance;
        }
        return balance;
    }
}
