package nl.klimrek.learningbudgets.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Stores accounts, and moves their older ledger entries to pages, so that no document grows with a working life.
 *
 * <p>A page is stored before its entries leave the account. After a crash between the two the entries are in both, the account
 * still counts them as its own, and the next step writes the same page and removes them.
 */
@Component
public class AccountRepository {
    private static final MessageContext ARCHIVING = MessageContext.system("ledger");

    private final AggregateStore<BudgetAccount> accounts;
    private final AggregateStore<LedgerPage> pages;

    public AccountRepository(AggregateStore<BudgetAccount> accounts, AggregateStore<LedgerPage> pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    /** Decides on an account; one that does not exist yet is empty. Returns the state afterwards. */
    public Versioned<BudgetAccount> handle(
            Organisation organisation,
            AccountId id,
            MessageContext cause,
            Function<BudgetAccount, Decision<BudgetAccount>> decider) {
        Key key = key(organisation, id);
        Versioned<BudgetAccount> after =
                accounts.handle(key, cause, before -> decider.apply(before.orElseGet(() -> BudgetAccount.empty(id))));
        return after == null ? find(organisation, id) : archive(key, after);
    }

    /** The account; an empty one if there is none. */
    public Versioned<BudgetAccount> find(Organisation organisation, AccountId id) {
        return accounts.find(key(organisation, id)).orElseGet(() -> new Versioned<>(BudgetAccount.empty(id), 0, false));
    }

    /** The pages with these numbers, by number. A page that is not stored is absent. */
    public Map<Long, LedgerPage> pages(Organisation organisation, AccountId id, long first, long last) {
        List<Key> keys = LongStream.rangeClosed(first, last)
                .mapToObj(number -> Key.of(organisation, LedgerPage.id(id.value(), number)))
                .toList();
        Map<Long, LedgerPage> found = new HashMap<>();
        pages.findAll(keys).forEach(page -> found.put(page.state().number(), page.state()));
        return found;
    }

    /** Moves the oldest entries of an account to pages until less than two pages are left in it. */
    private Versioned<BudgetAccount> archive(Key key, Versioned<BudgetAccount> account) {
        Versioned<BudgetAccount> now = account;
        while (LedgerHistory.hasFullPage(now.state())) {
            LedgerPage page = LedgerHistory.oldestPage(now.state());
            pages.create(
                    Key.of(key.organisation(), LedgerPage.id(page.account(), page.number())),
                    ARCHIVING,
                    stored -> stored.isPresent() ? Decision.unchanged() : Decision.accept(page));
            now = accounts.handle(
                    key,
                    ARCHIVING,
                    found -> found.map(state -> LedgerHistory.withoutPage(state, page.number()))
                            .orElseGet(Decision::unchanged));
        }
        return now;
    }

    /** Archives a stored account. */
    public void archive(Key key) {
        accounts.find(key).ifPresent(account -> archive(key, account));
    }

    private static Key key(Organisation organisation, AccountId id) {
        return Key.of(organisation, id.value());
    }
}
