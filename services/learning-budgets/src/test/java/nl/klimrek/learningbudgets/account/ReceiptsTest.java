package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.MANAGER;
import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.balance;
import static nl.klimrek.learningbudgets.account.AccountFixture.euros;
import static nl.klimrek.learningbudgets.account.AccountFixture.events;
import static nl.klimrek.learningbudgets.account.AccountFixture.minutes;
import static nl.klimrek.learningbudgets.account.AccountFixture.personal;
import static nl.klimrek.learningbudgets.account.AccountFixture.recomputed;
import static nl.klimrek.learningbudgets.account.AccountFixture.refusal;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static nl.klimrek.learningbudgets.account.AccountFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetExpired;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetSpendingCorrected;
import nl.klimrek.contracts.learningbudgets.BudgetSpent;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.LedgerEntryType;
import nl.klimrek.learningbudgets.pot.Minutes;
import nl.klimrek.learningbudgets.pot.Money;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

/** Receipts of an approved request: several until it is closed, each once, and corrected by counter-entries. */
class ReceiptsTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");

    @Test
    void several_receipts_settle_one_request_and_closing_it_releases_the_rest() {
        Decision<BudgetAccount> first = spend(approved(), "invoice 1", false, euros(120_00), minutes(60));
        assertThat(events(first)).hasExactlyElementsOfTypes(BudgetSpent.class, BudgetSpent.class);
        assertThat(personal(after(first))).isEqualTo(balance(500_00, 200_00, 0, 180_00, 120_00));
        BudgetAccount second = after(spend(after(first), "invoice 2", false, euros(80_00)));
        assertThat(personal(second)).isEqualTo(balance(500_00, 200_00, 0, 100_00, 200_00));
        BudgetAccount closed = after(second.settle("r1", NOW));
        assertThat(personal(closed)).isEqualTo(balance(500_00, 300_00, 0, 0, 200_00));
        assertThat(closed.pot(AccountFixture.HOURS).orElseThrow().balance().spent())
                .isEqualTo(new Minutes(60));
        assertThat(closed.request("r1").orElseThrow().status()).isEqualTo(RequestStatus.SETTLED);
        assertThat(refusal(spend(closed, "invoice 3", true, euros(1)))).isEqualTo("request-not-approved");
    }

    @Test
    void all_receipts_together_stay_within_what_was_approved() {
        BudgetAccount first = after(spend(approved(), "invoice 1", false, euros(200_00)));
        assertThat(refusal(spend(first, "invoice 2", false, euros(100_01)))).isEqualTo("spent-over-committed");
        assertThat(refusal(spend(first, "invoice 2", false, euros(100_00)))).isEqualTo("accepted");
    }

    @Test
    void a_receipt_comes_once() {
        BudgetAccount first = after(spend(approved(), "invoice 1", false, euros(100_00)));
        assertThat(refusal(spend(first, " invoice 1 ", false, euros(50_00)))).isEqualTo("receipt-twice");
    }

    @Test
    void a_request_without_receipts_is_withdrawn_and_one_with_receipts_is_closed() {
        assertThat(refusal(approved().settle("r1", NOW))).isEqualTo("receipts-missing");
        BudgetAccount first = after(spend(approved(), "invoice 1", false, euros(100_00)));
        assertThat(refusal(first.withdraw("r1", null, NOW))).isEqualTo("request-has-receipts");
    }

    @Test
    void a_withdrawal_carries_its_reason_and_the_event_only_its_commitment() {
        PrivateText reason = PrivateText.of("the course is full");
        Decision<BudgetAccount> withdrawn = approved().withdraw("r1", reason, NOW);
        assertThat(after(withdrawn).request("r1").orElseThrow().withdrawalReason())
                .isEqualTo(reason);
        assertThat(events(withdrawn)).contains(new BudgetRequestWithdrawn("ba-p-anna", "p-anna", "r1", reason.hash()));
    }

    @Test
    void a_wrong_receipt_of_an_open_request_is_replaced_by_counter_entries() {
        BudgetAccount wrong = after(spend(approved(), "invoice 1", false, euros(210_00)));
        int entries = wrong.ledger().size();
        Decision<BudgetAccount> corrected = correct(wrong, 1, euros(120_00));
        assertThat(events(corrected)).hasExactlyElementsOfTypes(BudgetSpendingCorrected.class);
        BudgetAccount right = after(corrected);
        assertThat(personal(right)).isEqualTo(balance(500_00, 200_00, 0, 180_00, 120_00));
        assertThat(right.ledger().subList(0, entries)).isEqualTo(wrong.ledger());
        assertThat(right.ledger().subList(entries, right.ledger().size()))
                .allMatch(entry -> entry.type() == LedgerEntryType.CORRECTED)
                .extracting(entry -> entry.from(), entry -> entry.to())
                .containsExactly(
                        tuple(LedgerAccount.SPENT, LedgerAccount.COMMITTED),
                        tuple(LedgerAccount.COMMITTED, LedgerAccount.SPENT));
        assertThat(recomputed(right)).isEqualTo(stored(right));
        assertThat(refusal(correct(right, 1, euros(90_00)))).isEqualTo("receipt-unknown");
        assertThat(personal(after(correct(right, 2, euros(90_00)))).spent()).isEqualTo(euroAmount(90_00));
    }

    @Test
    void after_closing_the_difference_goes_back_to_the_pot_or_comes_from_it() {
        BudgetAccount closed = after(spend(approved(), "invoice 1", true, euros(210_00)));
        assertThat(personal(after(correct(closed, 1, euros(120_00))))).isEqualTo(balance(500_00, 380_00, 0, 0, 120_00));
        assertThat(personal(after(correct(closed, 1, euros(300_00))))).isEqualTo(balance(500_00, 200_00, 0, 0, 300_00));
        assertThat(personal(after(correct(closed, 1)))).isEqualTo(balance(500_00, 500_00, 0, 0, 0));
    }

    @Test
    void a_correction_takes_no_more_than_was_approved_or_is_left() {
        BudgetAccount closed = after(spend(approved(), "invoice 1", true, euros(210_00)));
        assertThat(refusal(correct(closed, 1, euros(300_01)))).isEqualTo("spent-over-committed");
        assertThat(refusal(correct(closed, 1, euros(210_00)))).isEqualTo("correction-same");
        assertThat(refusal(correct(closed, 1, euros(-1)))).isEqualTo("spent-over-committed");
        BudgetAccount full = after(closed.submit(request("r2", euros(290_00)), NOW));
        assertThat(refusal(correct(full, 1, euros(210_01)))).isEqualTo("budget-insufficient");
    }

    @Test
    void what_comes_back_after_the_pots_last_day_expires_at_once() {
        BudgetAccount closed = after(spend(approved(), "invoice 1", true, euros(210_00)));
        BudgetAccount ended = after(new YearEnd(closed, NOW).turn(NEW_YEAR, List.of()));
        assertThat(personal(ended).expired()).isEqualTo(euroAmount(290_00));
        Decision<BudgetAccount> corrected = correct(ended, 1, euros(200_00));
        assertThat(events(corrected)).hasExactlyElementsOfTypes(BudgetSpendingCorrected.class, BudgetExpired.class);
        assertThat(personal(after(corrected)).expired()).isEqualTo(euroAmount(300_00));
        assertThat(refusal(correct(ended, 1, euros(211_00)))).isEqualTo("budget-insufficient");
    }

    @Test
    void a_receipt_of_an_approved_request_is_booked_after_the_pots_last_day() {
        BudgetAccount ended = after(new YearEnd(approved(), NOW).turn(NEW_YEAR, List.of()));
        BudgetAccount spent = after(spend(ended, "invoice 1", true, euros(100_00)));
        assertThat(personal(spent).spent()).isEqualTo(euroAmount(100_00));
        assertThat(personal(spent).available()).isEqualTo(euroAmount(0));
        assertThat(personal(spent).expired()).isEqualTo(euroAmount(400_00));
    }

    @Test
    void a_request_has_a_limited_number_of_receipts() {
        BudgetAccount account = approved();
        for (int i = 0; i < ExpenseRules.MAX_RECEIPTS; i++) {
            account = after(spend(account, "ticket " + i, false, euros(1)));
        }
        assertThat(refusal(spend(account, "one more", false, euros(1)))).isEqualTo("receipts-full");
        assertThat(refusal(account.settle("r1", NOW))).isEqualTo("accepted");
    }

    private static Money euroAmount(long cents) {
        return new Money(cents);
    }

    private static Decision<BudgetAccount> spend(BudgetAccount account, String text, boolean last, PotAmount... cost) {
        return account.spend("r1", List.of(cost), PrivateText.of(text), last, NOW);
    }

    private static Decision<BudgetAccount> correct(BudgetAccount account, int receipt, PotAmount... cost) {
        return account.correct("r1", receipt, List.of(cost), PrivateText.of("as on the invoice"), NOW);
    }

    private static BudgetAccount approved() {
        BudgetAccount asked = after(anAccount().submit(request("r1", euros(300_00), minutes(480)), NOW));
        return after(asked.approve("r1", MANAGER, NOW));
    }
}
