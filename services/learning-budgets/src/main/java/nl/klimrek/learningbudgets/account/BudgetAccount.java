package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.Transfer;

/**
 * What one person may spend on learning, what they asked for, and how every cent and minute moved.
 *
 * <p>Guarantees: no pot goes below zero, and a request is reserved whole or not at all; each pot's balance is what its
 * entries add up to; entries are only ever added. A refusal changes nothing. Nobody decides on a request of their own.
 *
 * @param id {@code ba-<employee>}
 * @param employee person id of the owner
 * @param ownerLeft whether the owner left the organisation; nothing new can be asked then
 * @param ledger every move in every pot, oldest first
 * @param requests oldest first
 * @param told last day of the quarter whose unused shares were told last; null before anything was granted
 */
public record BudgetAccount(
        String id,
        String employee,
        boolean ownerLeft,
        List<Pot> pots,
        List<LedgerEntry> ledger,
        List<BudgetRequest> requests,
        LocalDate told) {

    public BudgetAccount {
        pots = List.copyOf(pots);
        ledger = List.copyOf(ledger);
        requests = List.copyOf(requests);
    }

    /** An account without pots. */
    public static BudgetAccount of(AccountId id) {
        return new BudgetAccount(id.value(), id.person(), false, List.of(), List.of(), List.of(), null);
    }

    /**
     * Opens these pots and grants what belongs in them, for somebody who is employed. A pot that is open already is
     * left as it is, so joining twice grants nothing twice; an owner who had left can ask again.
     */
    public Decision<BudgetAccount> grant(List<PotGrant> grants, Instant at) {
        AccountChange booking =
                new AccountChange(this).owner(false).told(told == null ? Quarter.endedBefore(at) : told);
        for (PotGrant grant : grants) {
            if (pot(grant.pot()).isEmpty()) {
                booking.open(Pot.opened(grant), facts().opened(grant))
                        .move(Transfer.granting(at), grant.shares(), share -> facts().granted(grant));
            }
        }
        return booking.done();
    }

    /** Reserves every share of what is asked, or refuses; what stays under every pot's threshold is committed at once. */
    public Decision<BudgetAccount> ask(NewBudgetRequest ask, Instant at) {
        if (request(ask.request()).isPresent()) {
            return Decision.unchanged();
        }
        return RequestRules.refusalOf(this, ask).map(BudgetAccount::no).orElseGet(() -> {
            BudgetRequest asked = BudgetRequest.asked(ask, RequestRules.shares(this, ask), at);
            AccountChange booking = new AccountChange(this)
                    .put(asked, facts().requested(asked))
                    .move(Transfer.reserving(asked.id(), at), asked.shares(), share -> facts().reserved(asked, share));
            return RequestRules.approvedByPolicy(this, asked)
                    ? commit(booking, asked, RequestDecision.approval(RequestDecision.POLICY, at))
                    : booking.done();
        });
    }

    /** Commits what was reserved. */
    public Decision<BudgetAccount> approve(String request, String by, Instant at) {
        return deciding(request, by, open -> commit(new AccountChange(this), open, RequestDecision.approval(by, at)));
    }

    /** Says no, why, and what could be done instead; what was reserved is available again. */
    public Decision<BudgetAccount> refuse(String request, String by, Words reason, Words alternative, Instant at) {
        return deciding(request, by, open -> {
            BudgetRequest refused = open.refused(new RequestDecision(by, at, reason, alternative));
            return release(new AccountChange(this).put(refused, facts().refused(refused)), open, at)
                    .done();
        });
    }

    /** Takes back what is not settled yet; what was set aside for it is available again. */
    public Decision<BudgetAccount> withdraw(String request, Instant at) {
        return find(
                request,
                found -> found.heldIn().isEmpty()
                        ? Decision.refuse("request-ended", "status", found.status())
                        : withdraw(new AccountChange(this), found, at).done());
    }

    /** Books what an approved request came to, pot by pot, and releases the rest. A pot left out was not needed. */
    public Decision<BudgetAccount> spend(String request, List<PotAmount> cost, Words receipt, Instant at) {
        return find(
                request,
                found -> ExpenseRules.refusalOf(found, cost)
                        .map(BudgetAccount::no)
                        .orElseGet(() -> {
                            BudgetRequest settled =
                                    found.settled(new Expense(ExpenseRules.spent(found, cost), receipt, at));
                            return new AccountChange(this)
                                    .put(settled)
                                    .move(
                                            Transfer.spending(settled.id(), at),
                                            settled.expense().spent(),
                                            share -> facts().spent(settled, share))
                                    .move(
                                            Transfer.releasing(settled.id(), LedgerAccount.COMMITTED, at),
                                            ExpenseRules.rest(settled),
                                            share -> facts().released(settled, share))
                                    .done();
                        }));
    }

    /**
     * The owner left. What waited for a decision is withdrawn, since nobody is there to use it; what was promised stays
     * committed until its receipt comes or it is withdrawn.
     */
    public Decision<BudgetAccount> ownerLeaves(Instant at) {
        AccountChange booking = new AccountChange(this).owner(true);
        requests.stream()
                .filter(request -> request.status() == RequestStatus.REQUESTED)
                .forEach(request -> withdraw(booking, request, at));
        return booking.done();
    }

    /**
     * A quarter is over: tells of each pot that held on its last day what nobody has reserved. Each quarter once; of
     * several that went by unseen only the last, because the others help nobody any more.
     */
    public Decision<BudgetAccount> quarterEnds(LocalDate today) {
        LocalDate ended = Quarter.endedBefore(today);
        if (told == null || !told.isBefore(ended)) {
            return Decision.unchanged();
        }
        AccountChange booking = new AccountChange(this).told(ended);
        pots.stream()
                .filter(pot -> !ownerLeft
                        && pot.validOn(ended)
                        && !pot.balance().available().nothing())
                .forEach(pot -> booking.tell(facts().unused(pot, ended)));
        return booking.done();
    }

    /** When a clock has to look for the end of a quarter: as soon as it is over somewhere; null before the first grant. */
    public Instant quarterEndsAt() {
        return told == null
                ? null
                : Quarter.after(told)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.ofHours(14))
                        .toInstant();
    }

    public Optional<Pot> pot(String pot) {
        return pots.stream().filter(one -> one.id().equals(pot)).findFirst();
    }

    public Optional<BudgetRequest> request(String request) {
        return requests.stream().filter(one -> one.id().equals(request)).findFirst();
    }

    private Decision<BudgetAccount> deciding(
            String request, String by, Function<BudgetRequest, Decision<BudgetAccount>> decision) {
        if (by.equals(employee)) {
            return Decision.refuse("own-request");
        }
        return find(
                request,
                found -> found.status() == RequestStatus.REQUESTED
                        ? decision.apply(found)
                        : Decision.refuse("request-decided", "status", found.status()));
    }

    private Decision<BudgetAccount> find(String request, Function<BudgetRequest, Decision<BudgetAccount>> decision) {
        return request(request).map(decision).orElseGet(() -> Decision.refuse("request-unknown"));
    }

    private Decision<BudgetAccount> commit(AccountChange booking, BudgetRequest request, RequestDecision verdict) {
        BudgetRequest approved = request.approved(verdict);
        return booking.put(approved, facts().approved(approved))
                .move(
                        Transfer.committing(approved.id(), verdict.at()),
                        approved.shares(),
                        share -> facts().committed(approved, share))
                .done();
    }

    private AccountChange withdraw(AccountChange booking, BudgetRequest request, Instant at) {
        return release(booking.put(request.withdrawn(), facts().withdrawn(request)), request, at);
    }

    private AccountChange release(AccountChange booking, BudgetRequest request, Instant at) {
        LedgerAccount heldIn = request.heldIn().orElseThrow();
        return booking.move(
                Transfer.releasing(request.id(), heldIn, at),
                request.shares(),
                share -> facts().released(request, share));
    }

    private BudgetEvents facts() {
        return new BudgetEvents(id, employee);
    }

    private static Decision<BudgetAccount> no(Refusal refusal) {
        return new Decision.Refused<>(refusal);
    }
}
