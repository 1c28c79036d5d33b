package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.FULL_TIME;
import static nl.klimrek.learningbudgets.account.AccountFixture.MANAGER;
import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.PERSONAL;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.euros;
import static nl.klimrek.learningbudgets.account.AccountFixture.events;
import static nl.klimrek.learningbudgets.account.AccountFixture.personal;
import static nl.klimrek.learningbudgets.account.AccountFixture.recomputed;
import static nl.klimrek.learningbudgets.account.AccountFixture.refusal;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static nl.klimrek.learningbudgets.account.AccountFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.BudgetGrantAdjusted;
import nl.klimrek.contracts.learningbudgets.BudgetShortfallCovered;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.GrantAdjustmentReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.CorrectionReason;
import nl.klimrek.learningbudgets.pot.Entitlement;
import nl.klimrek.learningbudgets.pot.Money;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

class GrantAdjustmentTest {
    private static final LocalDate JULY = LocalDate.parse("2026-07-02");
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");
    /** 182 of 365 days at full time and 183 at half time, of 500 euros. */
    private static final long HALF_FROM_JULY = 374_66;

    @Test
    void fewer_hours_make_the_rest_of_the_years_grant_less_with_an_entry_that_says_why() {
        Decision<BudgetAccount> less = hours(anAccount(), JULY, FULL_TIME / 2);
        assertThat(events(less))
                .contains(new BudgetGrantAdjusted(
                        "ba-p-anna",
                        "p-anna",
                        PERSONAL,
                        BudgetUnit.EUR,
                        500_00,
                        HALF_FROM_JULY,
                        GrantAdjustmentReason.CONTRACT_HOURS,
                        0));
        BudgetAccount account = after(less);
        assertThat(personal(account).granted()).isEqualTo(money(HALF_FROM_JULY));
        assertThat(account.ledger().get(account.ledger().size() - 1).reason())
                .isEqualTo(CorrectionReason.CONTRACT_HOURS);
        assertThat(recomputed(account)).isEqualTo(stored(account));
    }

    @Test
    void the_same_change_again_changes_nothing_and_changing_back_gives_the_whole_grant() {
        BudgetAccount half = after(hours(anAccount(), JULY, FULL_TIME / 2));
        assertThat(hours(half, JULY, FULL_TIME / 2)).isEqualTo(Decision.unchanged());
        assertThat(personal(after(hours(half, JULY, FULL_TIME)))).isEqualTo(personal(anAccount()));
    }

    @Test
    void changes_that_come_in_another_order_give_the_same_grant() {
        LocalDate october = LocalDate.parse("2026-10-01");
        BudgetAccount one = after(hours(after(hours(anAccount(), JULY, 1200)), october, 600));
        BudgetAccount other = after(hours(after(hours(anAccount(), october, 600)), JULY, 1200));
        assertThat(personal(one)).isEqualTo(personal(other));
    }

    @Test
    void a_change_on_29_February_counts_that_day() {
        LocalDate leapDay = LocalDate.parse("2028-02-29");
        Entitlement entitlement =
                Entitlement.of(money(366_00), true, FULL_TIME, LocalDate.parse("2028-01-01"), FULL_TIME);
        // 59 days before it at one euro, and 307 days from it at half a euro.
        assertThat(entitlement.withHours(leapDay, FULL_TIME / 2).total()).isEqualTo(money(59_00 + 153_50));
    }

    @Test
    void a_pending_request_stays_whole_and_the_pot_shows_a_shortfall() {
        BudgetAccount pending = after(anAccount().submit(request("r1", euros(450_00)), NOW));
        BudgetAccount reduced = after(hours(pending, NEW_YEAR, FULL_TIME / 2));
        assertThat(personal(reduced).reserved()).isEqualTo(money(450_00));
        assertThat(personal(reduced).available()).isEqualTo(money(0));
        assertThat(personal(reduced).granted()).isEqualTo(money(250_00));
        assertThat(personal(reduced).shortfall()).isEqualTo(money(200_00));
        assertThat(refusal(reduced.submit(request("r2", euros(1)), NOW))).isEqualTo("budget-insufficient");
        assertThat(recomputed(reduced)).isEqualTo(stored(reduced));
    }

    @Test
    void when_hr_covers_the_shortfall_the_request_is_approved_as_asked() {
        BudgetAccount pending = after(anAccount().submit(request("r1", euros(450_00)), NOW));
        BudgetAccount reduced = after(hours(pending, NEW_YEAR, FULL_TIME / 2));
        Decision<BudgetAccount> covered = new GrantAdjustment(reduced, NOW).coverShortfall(PERSONAL);
        assertThat(events(covered)).hasExactlyElementsOfTypes(BudgetGrantAdjusted.class);
        assertThat(personal(after(covered)).shortfall()).isEqualTo(money(0));
        assertThat(personal(after(covered)).granted()).isEqualTo(money(450_00));
        assertThat(personal(after(after(covered).approve("r1", MANAGER, NOW))).committed())
                .isEqualTo(money(450_00));
        assertThat(refusal(new GrantAdjustment(after(covered), NOW).coverShortfall(PERSONAL)))
                .isEqualTo("no-shortfall");
        assertThat(refusal(new GrantAdjustment(reduced, NOW).coverShortfall("gold")))
                .isEqualTo("pot-unknown");
    }

    @Test
    void when_hr_refuses_the_request_what_comes_back_covers_the_shortfall_first() {
        BudgetAccount pending = after(anAccount().submit(request("r1", euros(450_00)), NOW));
        BudgetAccount reduced = after(hours(pending, NEW_YEAR, FULL_TIME / 2));
        PrivateText words = PrivateText.of("words");
        Decision<BudgetAccount> refused = reduced.refuse("r1", "p-hr", words, words, NOW);
        assertThat(events(refused))
                .contains(new BudgetShortfallCovered("ba-p-anna", "p-anna", PERSONAL, BudgetUnit.EUR, 200_00));
        assertThat(personal(after(refused)).available()).isEqualTo(money(250_00));
        assertThat(personal(after(refused)).shortfall()).isEqualTo(money(0));
    }

    @Test
    void more_hours_cover_a_shortfall_before_anything_is_available() {
        BudgetAccount pending = after(anAccount().submit(request("r1", euros(450_00)), NOW));
        BudgetAccount reduced = after(hours(pending, NEW_YEAR, FULL_TIME / 2));
        BudgetAccount again = after(hours(reduced, NEW_YEAR, FULL_TIME));
        assertThat(personal(again).available()).isEqualTo(money(50_00));
        assertThat(personal(again).shortfall()).isEqualTo(money(0));
    }

    private static Decision<BudgetAccount> hours(BudgetAccount account, LocalDate from, int minutes) {
        return new GrantAdjustment(account, NOW).hours(from, minutes);
    }

    private static Amount money(long cents) {
        return new Money(cents);
    }
}
