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
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.BudgetRequest;
import nl.klimrek.learningbudgets.account.NewBudgetRequest;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import org.springframework.stereotype.Component;

/** Carries out each command on a request, after checking the caller's right to it. */
@Component
class BudgetRequestService {

    /**
     * The result of a command or a query.
     *
     * @param account the account afterwards
     * @param right the right by which the caller reached the request
     */
    record Outcome(Versioned<BudgetAccount> account, AccessRight right) {}

    private final AggregateStore<BudgetAccount> accounts;
    private final AccessControl access;
    private final Clock clock;

    BudgetRequestService(AggregateStore<BudgetAccount> accounts, AccessControl access, Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** Submits a request of the caller's own. */
    Outcome submit(NewBudgetRequest request, Caller caller, MessageContext context) {
        AccountId account = new AccountId(caller.person());
        AccessRight right = access.self(caller, caller.person());
        return handle(account, right, caller, context, before -> before.submit(request, clock.instant()));
    }

    Outcome approve(String request, Caller caller, MessageContext context) {
        AccountId account = accountOf(request);
        return handle(
                account,
                requireDecider(account, caller),
                caller,
                context,
                before -> before.approve(request, caller.person(), clock.instant()));
    }

    Outcome refuse(String request, PrivateText reason, PrivateText alternative, Caller caller, MessageContext context) {
        AccountId account = accountOf(request);
        return handle(
                account,
                requireDecider(account, caller),
                caller,
                context,
                before -> before.refuse(request, caller.person(), reason, alternative, clock.instant()));
    }

    /**
     * Withdraws a request, for its owner, or for HR once the owner has left. While the owner is employed, HR refuses the
     * request instead, with a reason and an alternative.
     */
    Outcome withdraw(String request, Caller caller, MessageContext context) {
        AccountId account = accountOf(request);
        return handle(
                account,
                access.selfOrHrOfLeaver(caller, account.person()),
                caller,
                context,
                before -> before.withdraw(request, clock.instant()));
    }

    /** Records the expense of a request, for its owner or HR. */
    Outcome spend(String request, List<PotAmount> cost, PrivateText receipt, Caller caller, MessageContext context) {
        AccountId account = accountOf(request);
        return handle(
                account,
                access.selfOrHr(caller, account.person()),
                caller,
                context,
                before -> before.spend(request, cost, receipt, clock.instant()));
    }

    Outcome find(String request, Caller caller) {
        AccountId account = accountOf(request);
        AccessRight right = access.selfOrManagerOrHr(caller, account.person());
        return new Outcome(accounts.find(key(account, caller)).orElseThrow(BudgetRequestService::unknown), right);
    }

    /** The caller's own requests, oldest first. */
    List<BudgetRequest> findOwn(Caller caller) {
        access.self(caller, caller.person());
        return accounts.find(key(new AccountId(caller.person()), caller))
                .map(account -> account.state().requests())
                .orElse(List.of());
    }

    private Outcome handle(
            AccountId account,
            AccessRight right,
            Caller caller,
            MessageContext context,
            Function<BudgetAccount, Decision<BudgetAccount>> command) {
        Versioned<BudgetAccount> after = accounts.handle(
                key(account, caller),
                context,
                before -> command.apply(before.orElseGet(() -> BudgetAccount.empty(account))));
        return new Outcome(after, right);
    }

    /** Requires the current manager or HR. The owner passes, because the account itself refuses with {@code own-request}. */
    private AccessRight requireDecider(AccountId account, Caller caller) {
        return caller.person().equals(account.person())
                ? access.self(caller, account.person())
                : access.managerOrHr(caller, account.person());
    }

    private static Key key(AccountId account, Caller caller) {
        return Key.of(caller.organisation(), account.value());
    }

    private static AccountId accountOf(String request) {
        return AccountId.ofRequest(request).orElseThrow(BudgetRequestService::unknown);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("request-unknown"));
    }
}
