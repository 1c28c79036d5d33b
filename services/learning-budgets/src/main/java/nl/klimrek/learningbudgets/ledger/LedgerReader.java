package nl.klimrek.learningbudgets.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.LedgerHistory;
import nl.klimrek.learningbudgets.account.LedgerPage;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotBalance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the whole ledger of an account, whether an entry is in the account or in one of its pages. A balance at an earlier time
 * costs one search among the pages, which is logarithmic, and the entries of one page.
 */
@Component
class LedgerReader {
    private final AccountRepository accounts;

    LedgerReader(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Entries in order. @param after number of the entry before the first one; 0 for the beginning */
    List<LedgerEntry> entries(Organisation organisation, BudgetAccount account, long after, int limit) {
        long last = Math.min(account.archived() + account.ledger().size(), after + limit);
        List<LedgerEntry> found = new ArrayList<>();
        if (after < account.archived() && after < last) {
            long lastArchived = Math.min(last, account.archived());
            long from = LedgerPage.numberOf(after + 1);
            long to = LedgerPage.numberOf(lastArchived);
            Map<Long, LedgerPage> pages = accounts.pages(organisation, id(account), from, to);
            for (long number = from; number <= to; number++) {
                page(pages.get(number)).entries().stream()
                        .filter(entry -> entry.number() > after && entry.number() <= last)
                        .forEach(found::add);
            }
        }
        account.ledger().stream()
                .filter(entry -> entry.number() > after && entry.number() <= last)
                .forEach(found::add);
        return found;
    }

    /** The balance of a pot at the end of this moment. @param pot as the account has it now */
    PotBalance balance(Organisation organisation, BudgetAccount account, Pot pot, Instant at) {
        boolean inPages = account.archived() > 0
                && (account.ledger().isEmpty() || account.ledger().get(0).at().isAfter(at));
        if (!inPages) {
            return LedgerHistory.before(
                    pot,
                    account.ledger().stream()
                            .filter(entry -> entry.at().isAfter(at))
                            .toList());
        }
        LedgerPage page = pageAt(organisation, account, at);
        PotBalance balance = opening(page, pot);
        for (LedgerEntry entry : page.entries()) {
            if (entry.pot().equals(pot.id()) && !entry.at().isAfter(at)) {
                balance = balance.after(entry);
            }
        }
        return balance;
    }

    /** Entries of one pot up to this moment, newest first. */
    List<LedgerEntry> newestOf(Organisation organisation, BudgetAccount account, Pot pot, Instant at, int limit) {
        List<LedgerEntry> found = new ArrayList<>();
        collect(found, account.ledger(), pot, at, limit);
        long number = account.archived() / LedgerPage.SIZE - 1;
        while (number >= 0 && found.size() < limit) {
            LedgerPage page = page(organisation, account, number);
            collect(found, page.entries(), pot, at, limit);
            boolean older =
                    page.opening().stream().anyMatch(opening -> opening.pot().equals(pot.id()));
            number = older ? number - 1 : -1;
        }
        return found;
    }

    private static void collect(List<LedgerEntry> found, List<LedgerEntry> entries, Pot pot, Instant at, int limit) {
        List<LedgerEntry> newest = new ArrayList<>(entries);
        Collections.reverse(newest);
        newest.stream()
                .filter(entry -> entry.pot().equals(pot.id()) && !entry.at().isAfter(at))
                .limit(limit - found.size())
                .forEach(found::add);
    }

    /** The newest page that begins at or before this moment, or the first one. */
    private LedgerPage pageAt(Organisation organisation, BudgetAccount account, Instant at) {
        long low = 0;
        long high = account.archived() / LedgerPage.SIZE - 1;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (page(organisation, account, middle).from().isAfter(at)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return page(organisation, account, low);
    }

    private static PotBalance opening(LedgerPage page, Pot pot) {
        return page.opening().stream()
                .filter(opening -> opening.pot().equals(pot.id()))
                .map(LedgerPage.Opening::balance)
                .findFirst()
                .orElseGet(() -> PotBalance.empty(pot.unit()));
    }

    private LedgerPage page(Organisation organisation, BudgetAccount account, long number) {
        return page(accounts.pages(organisation, id(account), number, number).get(number));
    }

    private static LedgerPage page(@Nullable LedgerPage found) {
        return Objects.requireNonNull(found, "a page of the ledger is missing");
    }

    private static AccountId id(BudgetAccount account) {
        return new AccountId(account.employee());
    }
}
