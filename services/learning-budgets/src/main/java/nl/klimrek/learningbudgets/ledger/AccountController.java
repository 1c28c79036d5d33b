package nl.klimrek.learningbudgets.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.ledger.AccountViewMapper.AccountView;
import nl.klimrek.learningbudgets.ledger.AccountViewMapper.EntryView;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a person's pots and ledger to that person, the current manager and HR. Access by others is published. */
@RestController
@RequestMapping("/api/learning-budgets")
class AccountController {

    private final AccountRepository accounts;
    private final LedgerReader ledger;
    private final PotExplainer explainer;
    private final AccountViewMapper mapper;
    private final AccessControl access;
    private final DisclosureLog disclosures;

    AccountController(
            AccountRepository accounts,
            LedgerReader ledger,
            PotExplainer explainer,
            AccountViewMapper mapper,
            AccessControl access,
            DisclosureLog disclosures) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.explainer = explainer;
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
        List<EntryView> found =
                ledger.entries(caller.organisation(), account, number(page.after()), page.limit() + 1).stream()
                        .map(mapper::entry)
                        .toList();
        return Page.of(found, entry -> Long.toString(entry.number()), new ListRequest(null, page.limit()));
    }

    /** @param on the day at whose end the pot is explained; absent for today */
    @GetMapping("{employee}/pots/{pot}/explanation")
    ExplanationView explain(
            @PathVariable String employee,
            @PathVariable String pot,
            @RequestParam(required = false) @Nullable LocalDate on,
            Caller caller) {
        BudgetAccount account = read(employee, "BUDGET_LEDGER", caller).state();
        Pot found = account.pot(pot).orElseThrow(() -> new RefusedException(Refusal.of("pot-not-found")));
        return explainer.explain(caller.organisation(), account, found, on);
    }

    /** The number after which a page begins; a text that is no number begins at the first entry. */
    private static long number(@Nullable String after) {
        return after != null && after.matches("[0-9]{1,15}") ? Long.parseLong(after) : 0;
    }

    /** Returns an empty account if there is none. */
    private Versioned<BudgetAccount> read(String employee, String content, Caller caller) {
        disclosures.record(caller, employee, content, access.selfOrManagerOrHr(caller, employee));
        return accounts.find(caller.organisation(), new AccountId(employee));
    }
}
