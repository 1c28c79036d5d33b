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

/** How an account's steps are told to others: ids, codes, amounts and commitments, never a word. */
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
                grant.amount().smallest(),
                grant.basis());
    }

    BudgetRequested requested(BudgetRequest request) {
        return new BudgetRequested(
                account,
                employee,
                request.id(),
                request.goal(),
                request.activity(),
                request.shares().stream().map(Share::fact).toList(),
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
                share.amount().smallest());
    }

    BudgetRequestApproved approved(BudgetRequest request) {
        return new BudgetRequestApproved(
                account,
                employee,
                request.id(),
                request.verdict().by(),
                request.verdict().automatic());
    }

    BudgetCommitted committed(BudgetRequest request, Share share) {
        return new BudgetCommitted(
                account,
                employee,
                request.id(),
                share.pot(),
                share.amount().unit(),
                share.amount().smallest());
    }

    BudgetRequestRefused refused(BudgetRequest request) {
        return new BudgetRequestRefused(
                account,
                employee,
                request.id(),
                request.verdict().by(),
                request.verdict().reason().hash(),
                request.verdict().alternative().hash());
    }

    BudgetRequestWithdrawn withdrawn(BudgetRequest request) {
        return new BudgetRequestWithdrawn(account, employee, request.id());
    }

    BudgetSpent spent(BudgetRequest request, Share share) {
        return new BudgetSpent(
                account,
                employee,
                request.id(),
                share.pot(),
                share.amount().unit(),
                share.amount().smallest(),
                request.expense().receipt().hash());
    }

    BudgetReleased released(BudgetRequest request, Share share) {
        return new BudgetReleased(
                account,
                employee,
                request.id(),
                share.pot(),
                share.amount().unit(),
                share.amount().smallest());
    }

    BudgetUnused unused(Pot pot, LocalDate quarterEnd) {
        long unused = pot.balance().available().smallest();
        int percent = (int) (100 * unused / pot.balance().granted().smallest());
        return new BudgetUnused(account, employee, pot.id(), pot.unit(), unused, percent, quarterEnd);
    }
}
