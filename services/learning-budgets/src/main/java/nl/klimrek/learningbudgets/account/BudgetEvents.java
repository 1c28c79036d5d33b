package nl.klimrek.learningbudgets.account;

import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.BudgetCarriedOver;
import nl.klimrek.contracts.learningbudgets.BudgetCommitted;
import nl.klimrek.contracts.learningbudgets.BudgetExhausted;
import nl.klimrek.contracts.learningbudgets.BudgetExpired;
import nl.klimrek.contracts.learningbudgets.BudgetExpiring;
import nl.klimrek.contracts.learningbudgets.BudgetGrantAdjusted;
import nl.klimrek.contracts.learningbudgets.BudgetGranted;
import nl.klimrek.contracts.learningbudgets.BudgetReleased;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequestSettled;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.learningbudgets.BudgetReserved;
import nl.klimrek.contracts.learningbudgets.BudgetShortfallCovered;
import nl.klimrek.contracts.learningbudgets.BudgetSpendingCorrected;
import nl.klimrek.contracts.learningbudgets.BudgetSpent;
import nl.klimrek.contracts.learningbudgets.BudgetUnused;
import nl.klimrek.contracts.learningbudgets.GrantAdjustmentReason;
import nl.klimrek.contracts.learningbudgets.PotOpened;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.servicekit.text.PrivateText;

/** Builds the events of an account: ids, codes, amounts and commitments, never a word. */
record BudgetEvents(String account, String employee) {

    PotOpened opened(PotGrant grant) {
        return new PotOpened(
                account,
                employee,
                grant.pot(),
                grant.amount().unit(),
                grant.fundingSource(),
                grant.validFrom(),
                grant.validUntil());
    }

    BudgetGranted granted(PotGrant grant) {
        return new BudgetGranted(
                account,
                employee,
                grant.pot(),
                grant.amount().unit(),
                grant.amount().minorUnits(),
                grant.basis());
    }

    BudgetRequested requested(BudgetRequest request) {
        return new BudgetRequested(
                account,
                employee,
                request.id(),
                request.goal(),
                request.activity(),
                request.shares().stream().map(Share::toContract).toList(),
                request.neededOn(),
                request.what().hash());
    }

    BudgetReserved reserved(BudgetRequest request, Share share) {
        return new BudgetReserved(
                account,
                employee,
                request.id(),
                share.pot(),
                share.amount().unit(),
                share.amount().minorUnits());
    }

    BudgetRequestApproved approved(BudgetRequest request, RequestDecision decision) {
        return new BudgetRequestApproved(account, employee, request.id(), decision.by(), decision.automatic());
    }

    BudgetCommitted committed(BudgetRequest request, Share share) {
        return new BudgetCommitted(
                account,
                employee,
                request.id(),
                share.pot(),
                share.amount().unit(),
                share.amount().minorUnits());
    }

    BudgetRequestRefused refused(
            BudgetRequest request, RequestDecision decision, PrivateText reason, PrivateText alternative) {
        return new BudgetRequestRefused(
                account, employee, request.id(), decision.by(), reason.hash(), alternative.hash());
    }

    BudgetRequestWithdrawn withdrawn(BudgetRequest request) {
        PrivateText reason = request.withdrawalReason();
        return new BudgetRequestWithdrawn(account, employee, request.id(), reason == null ? null : reason.hash());
    }

    BudgetSpent spent(BudgetRequest request, Expense expense, Share share) {
        return new BudgetSpent(
                account,
                employee,
                request.id(),
                share.pot(),
                share.amount().unit(),
                share.amount().minorUnits(),
                expense.receipt().hash());
    }

    BudgetReleased released(BudgetRequest request, Share share) {
        return new BudgetReleased(
                account,
                employee,
                request.id(),
                share.pot(),
                share.amount().unit(),
                share.amount().minorUnits());
    }

    BudgetRequestSettled settled(BudgetRequest request) {
        return new BudgetRequestSettled(account, employee, request.id());
    }

    BudgetSpendingCorrected corrected(BudgetRequest request, Expense by, String pot, Amount before, Amount after) {
        return new BudgetSpendingCorrected(
                account,
                employee,
                request.id(),
                pot,
                before.unit(),
                before.minorUnits(),
                after.minorUnits(),
                by.receipt().hash());
    }

    BudgetGrantAdjusted adjusted(Pot before, Pot after, GrantAdjustmentReason reason) {
        return new BudgetGrantAdjusted(
                account,
                employee,
                after.id(),
                after.unit(),
                before.balance().granted().minorUnits(),
                after.balance().granted().minorUnits(),
                reason,
                after.balance().shortfall().minorUnits());
    }

    BudgetShortfallCovered shortfallCovered(Share share) {
        return new BudgetShortfallCovered(
                account,
                employee,
                share.pot(),
                share.amount().unit(),
                share.amount().minorUnits());
    }

    BudgetExpired expired(Share share) {
        return new BudgetExpired(
                account,
                employee,
                share.pot(),
                share.amount().unit(),
                share.amount().minorUnits());
    }

    BudgetCarriedOver carriedOver(Share share, String to) {
        return new BudgetCarriedOver(
                account,
                employee,
                share.pot(),
                to,
                share.amount().unit(),
                share.amount().minorUnits());
    }

    BudgetExpiring expiring(Pot pot) {
        return new BudgetExpiring(
                account, employee, pot.id(), pot.unit(), pot.expiring().minorUnits(), pot.validUntil());
    }

    BudgetExhausted exhausted(Pot pot) {
        return new BudgetExhausted(account, employee, pot.id(), pot.unit(), pot.validUntil());
    }

    BudgetUnused unused(Pot pot, LocalDate quarterEnd) {
        long unused = pot.balance().available().minorUnits();
        int percent = (int) (100 * unused / pot.balance().granted().minorUnits());
        return new BudgetUnused(account, employee, pot.id(), pot.unit(), unused, percent, quarterEnd, pot.validUntil());
    }
}
