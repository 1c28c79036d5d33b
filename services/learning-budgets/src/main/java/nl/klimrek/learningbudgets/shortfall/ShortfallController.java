package nl.klimrek.learningbudgets.shortfall;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.GrantAdjustment;
import nl.klimrek.learningbudgets.account.Hold;
import nl.klimrek.learningbudgets.account.RequestStatus;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR the pots with a shortfall, and lets HR cover one. HR may refuse the pending request instead. */
@RestController
@RequestMapping("/api/learning-budgets")
class ShortfallController {

    /** A person's pots with a shortfall. */
    record PersonShortfall(String employee, List<PotShortfall> pots) {}

    /** Amounts in the smallest part of the unit. @param pending requests of this pot that wait for a decision */
    record PotShortfall(String pot, BudgetUnit unit, long granted, long shortfall, List<String> pending) {}

    private final ShortfallIndex index;
    private final AccountRepository accounts;
    private final AccessControl access;
    private final Clock clock;

    ShortfallController(ShortfallIndex index, AccountRepository accounts, AccessControl access, Clock clock) {
        this.index = index;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("shortfalls")
    Page<PersonShortfall> list(ListRequest page, Caller caller) {
        access.hr(caller);
        List<String> people = index.page(caller.organisation(), page.after(), page.limit() + 1);
        List<String> shown = people.subList(0, Math.min(people.size(), page.limit()));
        List<PersonShortfall> found = new ArrayList<>();
        for (String person : shown) {
            BudgetAccount account =
                    accounts.find(caller.organisation(), new AccountId(person)).state();
            found.add(new PersonShortfall(person, pots(account)));
        }
        return new Page<>(found, people.size() > shown.size() ? shown.get(shown.size() - 1) : null);
    }

    /** Lets the funding source pay for the shortfall of a pot, so that its requests stay as they are. */
    @PostMapping("{employee}/pots/{pot}/coverage")
    ResponseEntity<PersonShortfall> cover(
            @PathVariable String employee, @PathVariable String pot, Caller caller, MessageContext context) {
        access.hr(caller);
        access.managerOrHr(caller, employee);
        Versioned<BudgetAccount> after = accounts.handle(
                caller.organisation(),
                new AccountId(employee),
                context,
                account -> account.pot(pot).isPresent()
                        ? new GrantAdjustment(account, clock.instant()).coverShortfall(pot)
                        : Decision.refuse("pot-not-found"));
        return ETags.ok(new PersonShortfall(employee, pots(after.state())), after);
    }

    private static List<PotShortfall> pots(BudgetAccount account) {
        return account.pots().stream()
                .filter(pot -> !pot.balance().shortfall().equalsZero())
                .map(pot -> new PotShortfall(
                        pot.id(),
                        pot.unit(),
                        pot.balance().granted().minorUnits(),
                        pot.balance().shortfall().minorUnits(),
                        Hold.in(account, pot.id()).stream()
                                .filter(hold -> hold.request().status() == RequestStatus.REQUESTED)
                                .map(hold -> hold.request().id())
                                .toList()))
                .toList();
    }
}
