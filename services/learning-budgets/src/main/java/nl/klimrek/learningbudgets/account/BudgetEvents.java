package nl.klimrek.learningbudgets.account;

import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.BudgetCommitted;
import nl.klimrek.contracts.learningbudgets.BudgetGranted;
import nl.klimrek.contracts.learningbudgets.BudgetReleased;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.learningbudgets.BudgetReserved;
import nl.klimrek.contracts.learningbudgets.BudgetSpent;
import nl.klimrek.contracts.learningbudgets.BudgetUnused;
import nl.klimrek.contracts.learningbudgets.PotOpened;
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
        return new BudgetRequestWithdrawn(account, employee, request.id());
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

    BudgetUnused unused(Pot pot, LocalDate quarterEnd) {
        long unused = pot.balance().available().minorUnits();
        int percent = (int) (100 * unused / pot.balance().granted().minorUnits());
        return new BudgetUnused(account, employee, pot.id(), pot.unit(), unused, percent, quarterEnd);
    }
}
