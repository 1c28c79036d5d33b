package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.ANNA;
import static nl.klimrek.learningbudgets.account.AccountFixture.FULL_TIME;
import static nl.klimrek.learningbudgets.account.AccountFixture.MANAGER;
import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.events;
import static nl.klimrek.learningbudgets.account.AccountFixture.recomputed;
import static nl.klimrek.learningbudgets.account.AccountFixture.refusal;
import static nl.klimrek.learningbudgets.account.AccountFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetCarriedOver;
import nl.klimrek.contracts.learningbudgets.BudgetExpired;
import nl.klimrek.contracts.learningbudgets.BudgetGranted;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.contracts.learningbudgets.PotOpened;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.Entitlement;
import nl.klimrek.learningbudgets.pot.Minutes;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.PotBalance;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.PotTerms;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Forty hours a year, of which sixteen may be carried over, or that can be used for some years. */
class YearEndTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");
    private static final Minutes YEAR = new Minutes(2400);
    private static final Minutes CARRIED = new Minutes(960);

    @Test
    void the_next_year_opens_and_what_may_be_carried_over_is_and_the_rest_expires() {
        Decision<BudgetAccount> turned = turn(account(2026, CARRIED), 2027);
        assertThat(events(turned))
                .hasExactlyElementsOfTypes(
                        PotOpened.class, BudgetGranted.class, BudgetCarriedOver.class, BudgetExpired.class)
                .contains(
                        new BudgetCarriedOver("ba-p-anna", "p-anna", "hours-2026", "hours-2027", BudgetUnit.HOURS, 960),
                        new BudgetExpired("ba-p-anna", "p-anna", "hours-2026", BudgetUnit.HOURS, 1440));
        assertThat(hours(after(turned), 2027).available()).isEqualTo(new Minutes(2400 + 960));
        assertThat(hours(after(turned), 2026).available()).isEqualTo(new Minutes(0));
        assertThat(hours(after(turned), 2026).carriedOver()).isEqualTo(CARRIED);
        assertThat(recomputed(after(turned))).isEqualTo(stored(after(turned)));
    }

    @Test
    void turning_the_same_year_twice_changes_nothing() {
        assertThat(turn(after(turn(account(2026, CARRIED), 2027)), 2027)).isEqualTo(Decision.unchanged());
    }

    @Test
    void without_carry_over_everything_left_expires() {
        BudgetAccount turned = after(turn(account(2026, null), 2027));
        assertThat(hours(turned, 2026).expired()).isEqualTo(YEAR);
        assertThat(hours(turned, 2027).available()).isEqualTo(YEAR);
    }

    @Test
    void a_pending_and_an_approved_request_stay_and_what_they_release_expires() {
        BudgetAccount asked = after(
                after(account(2026, CARRIED).submit(request("r1", 1200), NOW)).approve("r1", MANAGER, NOW));
        BudgetAccount both = after(asked.submit(request("r2", 600), NOW));
        BudgetAccount turned = after(turn(both, 2027));
        assertThat(hours(turned, 2026).reserved()).isEqualTo(new Minutes(600));
        assertThat(hours(turned, 2026).committed()).isEqualTo(new Minutes(1200));
        assertThat(hours(turned, 2026).carriedOver()).isEqualTo(new Minutes(600));
        PrivateText words = PrivateText.of("words");
        BudgetAccount refused = after(turned.refuse("r2", MANAGER, words, words, NOW));
        assertThat(hours(refused, 2026).expired()).isEqualTo(new Minutes(600));
        assertThat(refusal(refused.submit(request("r3", 1), NOW))).isEqualTo("pot-not-valid-then");
    }

    @Test
    void nothing_opens_or_is_carried_over_for_an_owner_who_left() {
        BudgetAccount turned = after(turn(after(account(2026, CARRIED).ownerLeaves(NOW)), 2027));
        assertThat(turned.pots()).hasSize(1);
        assertThat(hours(turned, 2026).expired()).isEqualTo(YEAR);
    }

    @Test
    void hours_that_can_be_used_for_five_years_expire_a_year_at_a_time() {
        BudgetAccount account = BudgetAccount.empty(ANNA);
        for (int year = 2026; year <= 2031; year++) {
            account = after(turn(account, List.of(grant(year, year + 4, null)), year));
        }
        assertThat(hours(account, 2026).expired()).isEqualTo(YEAR);
        assertThat(account.pots().stream().filter(pot -> !pot.closed())).hasSize(5);
        assertThat(hours(account, 2027).available()).isEqualTo(YEAR);
    }

    @Test
    void several_years_that_passed_unseen_open_the_present_one() {
        BudgetAccount turned = after(turn(account(2026, CARRIED), 2029));
        assertThat(turned.pots()).extracting(pot -> pot.id()).containsExactly("hours-2026", "hours-2029");
        assertThat(hours(turned, 2029).available()).isEqualTo(new Minutes(2400 + 960));
    }

    private static BudgetAccount account(int year, @Nullable Minutes carryOver) {
        return after(BudgetAccount.empty(ANNA).grant(List.of(grant(year, year, carryOver)), NOW));
    }

    private static Decision<BudgetAccount> turn(BudgetAccount account, int year) {
        return turn(account, List.of(grant(year, year, CARRIED)), year);
    }

    private static Decision<BudgetAccount> turn(BudgetAccount account, List<PotGrant> grants, int year) {
        return new YearEnd(account, NOW).turn(NEW_YEAR.withYear(year), grants);
    }

    private static PotGrant grant(int year, int lastYear, @Nullable Minutes carryOver) {
        LocalDate first = NEW_YEAR.withYear(year);
        return new PotGrant(
                "hours-" + year,
                FundingSource.EMPLOYER,
                first,
                LocalDate.of(lastYear, 12, 31),
                new Minutes(0),
                Entitlement.of(YEAR, true, FULL_TIME, first, FULL_TIME),
                new PotTerms("hours", 365, null, carryOver));
    }

    private static NewBudgetRequest request(String id, long minutes) {
        return AccountFixture.request(id, new PotAmount("hours-2026", minutes));
    }

    private static PotBalance hours(BudgetAccount account, int year) {
        return account.pot("hours-" + year).orElseThrow().balance();
    }
}
