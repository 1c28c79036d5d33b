package nl.klimrek.learningbudgets.account;

import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.learningbudgets.account.AccountViewMapper.AccountView;
import nl.klimrek.learningbudgets.account.AccountViewMapper.EntryView;
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

/** Shows a person's pots and ledger to that person, the current manager and HR. Access by others is published. */
@RestController
@RequestMapping("/api/learning-budgets")
class AccountController {

    private final AggregateStore<BudgetAccount> accounts;
    private final AccountViewMapper mapper;
    private final AccessControl access;
    private final DisclosureLog disclosures;

    AccountController(
            AggregateStore<BudgetAccount> accounts,
            AccountViewMapper mapper,
            AccessControl access,
            DisclosureLog disclosures) {
        this.accounts = accounts;
        this.mapper = mapper;
        this.access = access;
        this.disclosures = disclosures;
    }

    @GetMapping("mine")
    ResponseEntity<AccountView> mine(Caller caller) {
        return account(caller.person(), caller);
    }

    @GetMapping("{employee}")
    ResponseEntity<AccountView> account(@PathVariable String employee, Caller caller) {
        Versioned<BudgetAccount> account = read(employee, "BUDGETS", caller);
        return ETags.ok(mapper.account(account.state()), account);
    }

    @GetMapping("{employee}/ledger")
    Page<EntryView> ledger(@PathVariable String employee, ListRequest page, Caller caller) {
        BudgetAccount account = read(employee, "BUDGET_LEDGER", caller).state();
        return Page.of(
                account.ledger().stream().map(mapper::entry).toList(), entry -> Long.toString(entry.number()), page);
    }

    /** Returns an empty account if there is none. */
    private Versioned<BudgetAccount> read(String employee, String content, Caller caller) {
        disclosures.record(caller, employee, content, access.selfOrManagerOrHr(caller, employee));
        AccountId id = new AccountId(employee);
        return accounts.find(Key.of(caller.organisation(), id.value()))
                .orElseGet(() -> new Versioned<>(BudgetAccount.empty(id), 0, false));
    }
}
