package nl.klimrek.learningbudgets.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.Hold;
import nl.klimrek.learningbudgets.account.RequestStatus;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.CorrectionReason;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.LedgerEntryType;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.servicekit.web.StrictMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps accounts to their API form. Every amount is in the smallest part of its unit (cents, minutes). */
@Mapper(config = StrictMapping.class)
interface AccountViewMapper {

    record AccountView(String account, String employee, List<PotView> pots) {}

    /**
     * A pot. {@code granted} and {@code shortfall} together are the sum of {@code available}, {@code reserved}, {@code
     * committed}, {@code spent}, {@code expired} and {@code carriedOver}.
     *
     * @param holds requests for which something is reserved or committed
     */
    record PotView(
            String pot,
            BudgetUnit unit,
            FundingSource fundingSource,
            LocalDate validFrom,
            LocalDate validUntil,
            boolean closed,
            long autoApproveUpTo,
            long granted,
            long available,
            long reserved,
            long committed,
            long spent,
            long expired,
            long carriedOver,
            long shortfall,
            List<HoldView> holds) {}

    /** An amount that a request holds, until it is decided or its receipts are in. */
    record HoldView(String request, RequestStatus status, long amount, LocalDate neededOn) {}

    record EntryView(
            long number,
            Instant at,
            LedgerEntryType type,
            String pot,
            LedgerAccount from,
            LedgerAccount to,
            BudgetUnit unit,
            long amount,
            String request,
            CorrectionReason reason) {}

    default AccountView account(BudgetAccount account) {
        return new AccountView(
                account.id(),
                account.employee(),
                account.pots().stream().map(pot -> pot(pot, account)).toList());
    }

    @Mapping(target = "pot", source = "id")
    @Mapping(target = "unit", expression = "java(pot.unit())")
    @Mapping(target = "granted", source = "balance.granted")
    @Mapping(target = "available", source = "balance.available")
    @Mapping(target = "reserved", source = "balance.reserved")
    @Mapping(target = "committed", source = "balance.committed")
    @Mapping(target = "spent", source = "balance.spent")
    @Mapping(target = "expired", source = "balance.expired")
    @Mapping(target = "carriedOver", source = "balance.carriedOver")
    @Mapping(target = "shortfall", source = "balance.shortfall")
    @Mapping(target = "holds", expression = "java(holds(pot, account))")
    PotView pot(Pot pot, @Context BudgetAccount account);

    @Mapping(target = "unit", expression = "java(entry.amount().unit())")
    EntryView entry(LedgerEntry entry);

    /** What requests hold in a pot, the one that is needed first comes first. */
    default List<HoldView> holds(Pot pot, BudgetAccount account) {
        return Hold.in(account, pot.id()).stream()
                .map(held -> new HoldView(
                        held.request().id(),
                        held.request().status(),
                        held.amount().minorUnits(),
                        held.request().neededOn()))
                .toList();
    }

    default long minorUnits(Amount amount) {
        return amount.minorUnits();
    }
}
