package nl.klimrek.learningbudgets.pot;

import static nl.klimrek.learningbudgets.pot.LedgerAccount.AVAILABLE;
import static nl.klimrek.learningbudgets.pot.LedgerAccount.FUNDING;
import static nl.klimrek.learningbudgets.pot.LedgerAccount.RESERVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import org.junit.jupiter.api.Test;

class PotBalanceTest {

    @Test
    void each_entry_takes_from_one_account_what_it_gives_another() {
        assertThat(PotBalance.of(BudgetUnit.EUR, List.of(granted(10), entry(AVAILABLE, RESERVED, new Money(4)))))
                .isEqualTo(new PotBalance(new Money(10), new Money(6), new Money(4), new Money(0), new Money(0)));
    }

    @Test
    void no_entry_takes_more_than_there_is() {
        assertThatThrownBy(() ->
                        PotBalance.of(BudgetUnit.EUR, List.of(granted(10), entry(AVAILABLE, RESERVED, new Money(11)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void euros_and_hours_do_not_mix() {
        assertThatThrownBy(() -> PotBalance.of(BudgetUnit.EUR, List.of(entry(FUNDING, AVAILABLE, new Minutes(10)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void debit_and_credit_are_equal_or_there_is_no_balance() {
        assertThatThrownBy(() -> new PotBalance(new Money(10), new Money(9), new Money(0), new Money(0), new Money(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_entry_moves_something_somewhere() {
        assertThatThrownBy(() -> entry(FUNDING, AVAILABLE, new Money(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry(AVAILABLE, AVAILABLE, new Money(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LedgerEntry granted(long cents) {
        return entry(FUNDING, AVAILABLE, new Money(cents));
    }

    private static LedgerEntry entry(LedgerAccount from, LedgerAccount to, Amount amount) {
        return new LedgerEntry(1, Instant.EPOCH, LedgerEntryType.GRANTED, "pot", from, to, amount, null, null);
    }
}
