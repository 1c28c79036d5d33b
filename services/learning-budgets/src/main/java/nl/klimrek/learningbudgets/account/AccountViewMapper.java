package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.LedgerEntryType;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.servicekit.web.StrictMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps accounts to their API form. Every amount is in the smallest part of its unit (cents, minutes). */
@Mapper(config = StrictMapping.class)
interface AccountViewMapper {

    record AccountView(String account, String employee, List<PotView> pots) {}

    /** A pot. {@code granted} is the sum of {@code available}, {@code reserved}, {@code committed} and {@code spent}. */
    record PotView(
            String pot,
            BudgetUnit unit,
            FundingSource fundingSource,
            LocalDate validFrom,
            LocalDate validUntil,
            long autoApproveUpTo,
            long granted,
            long available,
            long reserved,
            long committed,
            long spent) {}

    record EntryView(
            long number,
            Instant at,
            LedgerEntryType type,
            String pot,
            LedgerAccount from,
            LedgerAccount to,
            BudgetUnit unit,
            long amount,
            String request) {}

    @Mapping(target = "account", source = "id")
    AccountView account(BudgetAccount account);

    @Mapping(target = "pot", source = "id")
    @Mapping(target = "unit", expression = "java(pot.unit())")
    @Mapping(target = "granted", source = "balance.granted")
    @Mapping(target = "available", source = "balance.available")
    @Mapping(target = "reserved", source = "balance.reserved")
    @Mapping(target = "committed", source = "balance.committed")
    @Mapping(target = "spent", source = "balance.spent")
    PotView pot(Pot pot);

    @Mapping(target = "unit", expression = "java(entry.amount().unit())")
    EntryView entry(LedgerEntry entry);

    default long minorUnits(Amount amount) {
        return amount.minorUnits();
    }
}
