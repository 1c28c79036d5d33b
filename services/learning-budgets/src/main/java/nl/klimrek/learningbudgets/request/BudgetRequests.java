package nl.klimrek.learningbudgets.request;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.Ask;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.BudgetRequest;
import nl.klimrek.learningbudgets.account.PotShare;
import nl.klimrek.learningbudgets.account.Words;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Who may take which step on a request, and the step itself. What comes back is the account after the step, and the
 * right by which the caller took it.
 */
@Component
class BudgetRequests {

    /** @param right by which the caller reached the request */
    record Outcome(Versioned<BudgetAccount> account, AccessRight right) {}

    private final AggregateStore<BudgetAccount> accounts;
    private final AccessControl access;
    private final Clock clock;

    BudgetRequests(AggregateStore<BudgetAccount> accounts, AccessControl access, Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** Everybody asks for themselves. */
    Outcome ask(Ask ask, Caller caller, MessageContext cause) {
        AccountId account = new AccountId(caller.person());
        AccessRight right = access.self(caller, caller.person());
        return step(account, right, caller, cause, before -> before.ask(ask, clock.instant()));
    }

    Outcome approve(String request, Caller caller, MessageContext cause) {
        AccountId account = accountOf(request);
        return step(
                account,
                decider(account, caller),
                caller,
                cause,
                before -> before.approve(request, caller.person(), clock.instant()));
    }

    Outcome refuse(String request, Words reason, Words alternative, Caller caller, MessageContext cause) {
        AccountId account = accountOf(request);
        return step(
                account,
                decider(account, caller),
                caller,
                cause,
                before -> before.refuse(request, caller.person(), reason, alternative, clock.instant()));
    }

    /**
     * The owner takes it back; HR can once the owner has left. HR refuses the request of an employed owner instead, which
     * needs a reason and an alternative.
     */
    Outcome withdraw(String request, Caller caller, MessageContext cause) {
        AccountId account = accountOf(request);
        return step(
                account,
                access.selfOrHrOfLeaver(caller, account.person()),
                caller,
                cause,
                before -> before.withdraw(request, clock.instant()));
    }

    /** The owner hands in the receipt, or HR does. */
    Outcome spend(String request, List<PotShare> cost, Words receipt, Caller caller, MessageContext cause) {
        AccountId account = accountOf(request);
        return step(
                account,
                access.selfOrHr(caller, account.person()),
                caller,
                cause,
                before -> before.spend(request, cost, receipt, clock.instant()));
    }

    Outcome read(String request, Caller caller) {
        AccountId account = accountOf(request);
        AccessRight right = access.selfOrManagerOrHr(caller, account.person());
        return new Outcome(accounts.find(key(account, caller)).orElseThrow(BudgetRequests::unknown), right);
    }

    List<BudgetRequest> own(Caller caller) {
        access.self(caller, caller.person());
        return accounts.find(key(new AccountId(caller.person()), caller))
                .map(account -> account.state().requests())
                .orElse(List.of());
    }

    private Outcome step(
            AccountId account,
            AccessRight right,
            Caller caller,
            MessageContext cause,
            Function<BudgetAccount, Decision<BudgetAccount>> step) {
        Versioned<BudgetAccount> after = accounts.handle(
                key(account, caller), cause, before -> step.apply(before.orElseGet(() -> BudgetAccount.of(account))));
        return new Outcome(after, right);
    }

    /** The current manager or HR. The owner is let through to hear from the account why this is not theirs to decide. */
    private AccessRight decider(AccountId account, Caller caller) {
        return caller.person().equals(account.person())
                ? access.self(caller, account.person())
                : access.managerOrHr(caller, account.person());
    }

    private static Key key(AccountId account, Caller caller) {
        return Key.of(caller.organisation(), account.value());
    }

    private static AccountId accountOf(String request) {
        return AccountId.ofRequest(request).orElseThrow(BudgetRequests::unknown);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("request-unknown"));
    }
}
