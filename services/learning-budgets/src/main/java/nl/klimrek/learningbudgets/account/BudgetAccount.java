package nl.klimrek.learningbudgets.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.Transfer;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * A person's learning budget: pots, ledger and requests.
 *
 * <p>Guarantees: no pot goes below zero. A request is reserved whole or not at all, from however many pots. Each pot's balance
 * is the sum of its entries, and entries are only added. A refusal changes nothing. Nobody decides on their own request.
 *
 * @param id {@code ba-<employee>}
 * @param employee person id of the owner
 * @param ownerLeft whether the owner left the organisation; then no request is accepted
 * @param archived number of entries that are in {@link LedgerPage}s; they come before those of {@code ledger}
 * @param ledger the newest moves, oldest first
 * @param requests oldest first
 * @param lastReportedQuarter last day of the newest quarter whose unused shares were reported; null before the first grant
 */
public record BudgetAccount(
        String id,
        String employee,
        boolean ownerLeft,
        List<Pot> pots,
        long archived,
        List<LedgerEntry> ledger,
        List<BudgetRequest> requests,
        @JsonProperty("told") @Nullable LocalDate lastReportedQuarter) {

    /** The zone in which a day starts first. */
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    public BudgetAccount {
        pots = List.copyOf(pots);
        ledger = List.copyOf(ledger);
        requests = List.copyOf(requests);
    }

    /** An account without pots. */
    public static BudgetAccount empty(AccountId id) {
        return new BudgetAccount(id.value(), id.person(), false, List.of(), 0, List.of(), List.of(), null);
    }

    /**
     * Opens pots and grants into them, for an employed person. A pot that is already open stays as it is, so a second
     * joining grants nothing. An owner who had left can submit requests again.
     */
    public Decision<BudgetAccount> grant(List<PotGrant> grants, Instant at) {
        AccountChange change = new AccountChange(this)
                .ownerLeft(false)
                .lastReportedQuarter(lastReportedQuarter == null ? Quarter.endedBefore(at) : lastReportedQuarter);
        for (PotGrant grant : grants) {
            if (pot(grant.pot()).isEmpty()) {
                change.open(Pot.open(grant), events().opened(grant))
                        .book(Transfer.grant(at), grant.shares(), share -> events().granted(grant));
            }
        }
        return change.decide();
    }

    /** Reserves every share or refuses. A request under every pot's threshold is committed at once. */
    public Decision<BudgetAccount> submit(NewBudgetRequest submitted, Instant at) {
        if (request(submitted.id()).isPresent()) {
            return Decision.unchanged();
        }
        return RequestRules.refusalOf(this, submitted)
                .map(BudgetAccount::rejected)
                .orElseGet(() -> reserve(BudgetRequest.of(submitted, RequestRules.shares(this, submitted), at), at));
    }

    /** Commits the reserved shares. */
    public Decision<BudgetAccount> approve(String request, String decider, Instant at) {
        return decide(
                request, decider, open -> commit(new AccountChange(this), open, RequestDecision.approval(decider, at)));
    }

    /** Refuses with a reason and an alternative, and releases the reserved shares. */
    public Decision<BudgetAccount> refuse(
            String request, String decider, PrivateText reason, PrivateText alternative, Instant at) {
        return decide(request, decider, open -> {
            RequestDecision refusal = new RequestDecision(decider, at, reason, alternative);
            BudgetRequest refused = open.refused(refusal);
            AccountChange change =
                    new AccountChange(this).save(refused, events().refused(refused, refusal, reason, alternative));
            return release(change, open, at).decide();
        });
    }

    /** Withdraws a request that has no receipt yet, and releases its shares. */
    public Decision<BudgetAccount> withdraw(String request, @Nullable PrivateText reason, Instant at) {
        return onRequest(request, found -> {
            if (found.heldIn().isEmpty()) {
                return Decision.refuse("request-ended", "status", found.status());
            }
            return found.receipts().isEmpty()
                    ? withdraw(new AccountChange(this), found, reason, at).decide()
                    : Decision.refuse("request-has-receipts");
        });
    }

    /**
     * Books a receipt of an approved request. A pot that is not named was not needed.
     *
     * @param last whether no more receipts follow; then the rest is released and the request is closed
     */
    public Decision<BudgetAccount> spend(
            String request, List<PotAmount> cost, PrivateText receipt, boolean last, Instant at) {
        return onRequest(request, found -> new Settlement(this, found, at).spend(cost, receipt, last));
    }

    /** Closes an approved request after its last receipt, and releases the rest. */
    public Decision<BudgetAccount> settle(String request, Instant at) {
        return onRequest(request, found -> new Settlement(this, found, at).close());
    }

    /** Replaces a wrong receipt by counter-entries. */
    public Decision<BudgetAccount> correct(
            String request, int receipt, List<PotAmount> cost, PrivateText text, Instant at) {
        return onRequest(request, found -> new Settlement(this, found, at).correct(receipt, cost, text));
    }

    /**
     * Records that the owner left. Requests that wait for a decision are withdrawn. Approved ones stay committed until
     * they are settled or withdrawn.
     */
    public Decision<BudgetAccount> ownerLeaves(Instant at) {
        AccountChange change = new AccountChange(this).ownerLeft(true);
        requests.stream()
                .filter(request -> request.status() == RequestStatus.REQUESTED)
                .forEach(request -> withdraw(change, request, null, at));
        return change.decide();
    }

    /**
     * Reports the unused share of each pot that was valid on the last day of the quarter. Each quarter is reported once.
     * Of several quarters that passed unseen only the last is reported.
     */
    public Decision<BudgetAccount> reportQuarter(LocalDate today) {
        LocalDate ended = Quarter.endedBefore(today);
        if (lastReportedQuarter == null || !lastReportedQuarter.isBefore(ended)) {
            return Decision.unchanged();
        }
        AccountChange change = new AccountChange(this).lastReportedQuarter(ended);
        pots.stream()
                .filter(pot -> !ownerLeft
                        && !pot.closed()
                        && pot.validOn(ended)
                        && !pot.balance().available().equalsZero())
                .forEach(pot -> change.publish(events().unused(pot, ended)));
        return change.decide();
    }

    /**
     * Reports each pot whose last day is at most {@value Pot#EXPIRY_NOTICE_DAYS} days away and of which something would expire. Each
     * pot is reported once, and never one of an owner who left.
     */
    public Decision<BudgetAccount> reportExpiry(LocalDate today) {
        AccountChange change = new AccountChange(this);
        pots.stream()
                .filter(pot -> awaitsExpiryReport(pot) && !pot.expiryNoticeOn().isAfter(today))
                .forEach(pot -> {
                    change.save(pot.withExpiryReported());
                    if (pot.validOn(today) && !pot.expiring().equalsZero()) {
                        change.publish(events().expiring(pot));
                    }
                });
        return change.decide();
    }

    private boolean awaitsExpiryReport(Pot pot) {
        return !ownerLeft && !pot.closed() && !pot.expiryReported();
    }

    /**
     * The moment at which something may be to report: in the first time zone the current quarter has ended, or the last day of a pot
     * is near. Null before the first grant.
     */
    public @Nullable Instant nextReportAt() {
        return lastReportedQuarter == null
                ? null
                : Stream.concat(
                                Stream.of(Quarter.after(lastReportedQuarter).plusDays(1)),
                                pots.stream().filter(this::awaitsExpiryReport).map(Pot::expiryNoticeOn))
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .atStartOfDay(EARLIEST_ZONE)
                        .toInstant();
    }

    /** What the policy approved from a pot, and those with the same code, within the pot's period before this moment. */
    public Amount approvedAtOnce(Pot pot, Instant at) {
        return RequestRules.approvedBefore(this, pot, at);
    }

    public Optional<Pot> pot(String id) {
        return pots.stream().filter(pot -> pot.id().equals(id)).findFirst();
    }

    public Optional<BudgetRequest> request(String id) {
        return requests.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    private Decision<BudgetAccount> reserve(BudgetRequest request, Instant at) {
        AccountChange change = new AccountChange(this)
                .save(request, events().requested(request))
                .book(Transfer.reserve(request.id(), at), request.shares(), share -> events().reserved(request, share));
        return RequestRules.autoApproved(this, request)
                ? commit(change, request, RequestDecision.approval(RequestDecision.POLICY, at))
                : change.decide();
    }

    private Decision<BudgetAccount> decide(
            String request, String decider, Function<BudgetRequest, Decision<BudgetAccount>> decision) {
        if (decider.equals(employee)) {
            return Decision.refuse("own-request");
        }
        return onRequest(
                request,
                found -> found.status() == RequestStatus.REQUESTED
                        ? decision.apply(found)
                        : Decision.refuse("request-decided", "status", found.status()));
    }

    private Decision<BudgetAccount> onRequest(
            String request, Function<BudgetRequest, Decision<BudgetAccount>> decision) {
        return request(request).map(decision).orElseGet(() -> Decision.refuse("request-unknown"));
    }

    private Decision<BudgetAccount> commit(AccountChange change, BudgetRequest request, RequestDecision decision) {
        BudgetRequest approved = request.approved(decision);
        return change.save(approved, events().approved(approved, decision))
                .book(
                        Transfer.commit(approved.id(), decision.at()),
                        approved.shares(),
                        share -> events().committed(approved, share))
                .decide();
    }

    private AccountChange withdraw(
            AccountChange change, BudgetRequest request, @Nullable PrivateText reason, Instant at) {
        BudgetRequest withdrawn = request.withdrawn(reason);
        return release(change.save(withdrawn, events().withdrawn(withdrawn)), request, at);
    }

    private AccountChange release(AccountChange change, BudgetRequest request, Instant at) {
        LedgerAccount heldIn = request.heldIn().orElseThrow();
        change.book(
                Transfer.release(request.id(), heldIn, at),
                request.shares(),
                share -> events().released(request, share));
        request.shares().forEach(share -> change.settleAvailable(share.pot(), at));
        return change;
    }

    private BudgetEvents events() {
        return new BudgetEvents(id, employee);
    }

    private static Decision<BudgetAccount> rejected(Refusal refusal) {
        return new Decision.Refused<>(refusal);
    }
}
