package nl.klimrek.learningbudgets.account;

import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.learningbudgets.account.AccountViews.AccountView;
import nl.klimrek.learningbudgets.account.AccountViews.EntryView;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pots and ledger of a person, for themselves, their current manager and HR; each look by another is logged. */
@RestController
@RequestMapping("/api/learning-budgets")
class AccountController {

    private final AggregateStore<BudgetAccount> accounts;
    private final AccountViews views;
    private final AccessControl access;
    private final DisclosureLog disclosures;

    AccountController(
            AggregateStore<BudgetAccount> accounts,
            AccountViews views,
            AccessControl access,
            DisclosureLog disclosures) {
        this.accounts = accounts;
        this.views = views;
        this.access = access;
        this.disclosures = disclosures;
    }

    @GetMapping("mine")
    ResponseEntity<AccountView> mine(Caller caller) {
        return account(caller.person(), caller);
    }

    @GetMapping("{employee}")
    ResponseEntity<AccountView> account(@PathVariable String employee, Caller caller) {
        Versioned<BudgetAccount> account = look(employee, "BUDGETS", caller);
        return ETags.ok(views.account(account.state()), account);
    }

    @GetMapping("{employee}/ledger")
    Page<EntryView> ledger(@PathVariable String employee, ListRequest asked, Caller caller) {
        BudgetAccount account = look(employee, "BUDGET_LEDGER", caller).state();
        return Page.of(
                account.ledger().stream().map(views::entry).toList(), entry -> Long.toString(entry.number()), asked);
    }

    /** Who has no account has an account without pots. */
    private Versioned<BudgetAccount> look(String employee, String content, Caller caller) {
        disclosures.record(caller, employee, content, access.selfOrManagerOrHr(caller, employee));
        AccountId id = new AccountId(employee);
        return accounts.find(Key.of(caller.organisation(), id.value()))
                .orElseGet(() -> new Versioned<>(BudgetAccount.of(id), 0, false));
    }
}
