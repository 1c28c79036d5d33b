package nl.klimrek.learningbudgets.request;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.BudgetRequest;
import nl.klimrek.learningbudgets.account.NewBudgetRequest;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
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

    private final AccountRepository accounts;
    private final AccessControl access;
    private final Clock clock;

    BudgetRequestService(AccountRepository accounts, AccessControl access, Clock clock) {
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
    Outcome withdraw(String request, @Nullable PrivateText reason, Caller caller, MessageContext context) {
        AccountId account = accountOf(request);
        return handle(
                account,
                access.selfOrHrOfLeaver(caller, account.person()),
                caller,
                context,
                before -> before.withdraw(request, reason, clock.instant()));
    }

    /** Records a receipt of a request, for its owner or HR. */
    Outcome spend(String request, Receipt receipt, Caller caller, MessageContext context) {
        return settling(
                request,
                caller,
                context,
                before -> before.spend(request, receipt.cost(), receipt.text(), receipt.last(), clock.instant()));
    }

    /** Closes a request after its last receipt, for its owner or HR. */
    Outcome settle(String request, Caller caller, MessageContext context) {
        return settling(request, caller, context, before -> before.settle(request, clock.instant()));
    }

    /** Replaces a wrong receipt, for its owner or HR. */
    Outcome correct(String request, int number, Receipt receipt, Caller caller, MessageContext context) {
        return settling(
                request,
                caller,
                context,
                before -> before.correct(request, number, receipt.cost(), receipt.text(), clock.instant()));
    }

    /**
     * A receipt as it is handed in.
     *
     * @param last whether no more receipts follow
     */
    record Receipt(List<PotAmount> cost, PrivateText text, boolean last) {}

    private Outcome settling(
            String request,
            Caller caller,
            MessageContext context,
            Function<BudgetAccount, Decision<BudgetAccount>> command) {
        AccountId account = accountOf(request);
        return handle(account, access.selfOrHr(caller, account.person()), caller, context, command);
    }

    Outcome find(String request, Caller caller) {
        AccountId account = accountOf(request);
        AccessRight right = access.selfOrManagerOrHr(caller, account.person());
        return new Outcome(accounts.find(caller.organisation(), account), right);
    }

    /** The caller's own requests, oldest first. */
    List<BudgetRequest> findOwn(Caller caller) {
        access.self(caller, caller.person());
        return accounts.find(caller.organisation(), new AccountId(caller.person()))
                .state()
                .requests();
    }

    private Outcome handle(
            AccountId account,
            AccessRight right,
            Caller caller,
            MessageContext context,
            Function<BudgetAccount, Decision<BudgetAccount>> command) {
        return new Outcome(accounts.handle(caller.organisation(), account, context, command), right);
    }

    /** Requires the current manager or HR. The owner passes, because the account itself refuses with {@code own-request}. */
    private AccessRight requireDecider(AccountId account, Caller caller) {
        return caller.person().equals(account.person())
                ? access.self(caller, account.person())
                : access.managerOrHr(caller, account.person());
    }

    private static AccountId accountOf(String request) {
        return AccountId.ofRequest(request).orElseThrow(BudgetRequestService::unknown);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("request-unknown"));
    }
}
