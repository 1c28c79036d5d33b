package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.HOURS;
import static nl.klimrek.learningbudgets.account.AccountFixture.MANAGER;
import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.PERSONAL;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.balance;
import static nl.klimrek.learningbudgets.account.AccountFixture.euros;
import static nl.klimrek.learningbudgets.account.AccountFixture.events;
import static nl.klimrek.learningbudgets.account.AccountFixture.grant;
import static nl.klimrek.learningbudgets.account.AccountFixture.minutes;
import static nl.klimrek.learningbudgets.account.AccountFixture.personal;
import static nl.klimrek.learningbudgets.account.AccountFixture.recomputed;
import static nl.klimrek.learningbudgets.account.AccountFixture.refusal;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static nl.klimrek.learningbudgets.account.AccountFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetCommitted;
import nl.klimrek.contracts.learningbudgets.BudgetExhausted;
import nl.klimrek.contracts.learningbudgets.BudgetExpiring;
import nl.klimrek.contracts.learningbudgets.BudgetReleased;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequestSettled;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.learningbudgets.BudgetReserved;
import nl.klimrek.contracts.learningbudgets.BudgetSpent;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.BudgetUnused;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.Minutes;
import nl.klimrek.learningbudgets.pot.Money;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

class BudgetAccountTest {

    private static final LocalDate YEAR_END = LocalDate.parse("2026-12-31");
    private static final PrivateText RECEIPT = PrivateText.of("invoice 77");

    @Test
    void a_second_joining_grants_nothing_twice() {
        Decision<BudgetAccount> again = anAccount()
                .grant(
                        List.of(
                                grant(PERSONAL, new Money(900_00), new Money(0)),
                                grant(HOURS, new Minutes(60), new Minutes(0))),
                        NOW);
        assertThat(again).isEqualTo(Decision.unchanged());
    }

    @Test
    void a_grant_of_nothing_opens_a_pot_without_an_entry() {
        Decision<BudgetAccount> opened = BudgetAccount.empty(AccountFixture.ANNA)
                .grant(List.of(grant(HOURS, new Minutes(0), new Minutes(0))), NOW);
        assertThat(events(opened)).hasSize(1);
        assertThat(after(opened).ledger()).isEmpty();
    }

    @Test
    void a_request_reserves_each_share_until_it_is_decided() {
        Decision<BudgetAccount> asked = anAccount().submit(request("r1", euros(300_00), minutes(480)), NOW);
        assertThat(events(asked))
                .hasExactlyElementsOfTypes(BudgetRequested.class, BudgetReserved.class, BudgetReserved.class);
        assertThat(personal(after(asked))).isEqualTo(balance(500_00, 200_00, 300_00, 0, 0));
        assertThat(after(asked).request("r1").orElseThrow().status()).isEqualTo(RequestStatus.REQUESTED);
    }

    @Test
    void up_to_the_threshold_the_policy_decides() {
        Decision<BudgetAccount> asked = anAccount().submit(request("r1", euros(100_00)), NOW);
        assertThat(events(asked))
                .hasExactlyElementsOfTypes(
                        BudgetRequested.class,
                        BudgetReserved.class,
                        BudgetRequestApproved.class,
                        BudgetCommitted.class);
        assertThat(events(asked)).contains(new BudgetRequestApproved("ba-p-anna", "p-anna", "r1", "policy", true));
        assertThat(personal(after(asked))).isEqualTo(balance(500_00, 400_00, 0, 100_00, 0));
    }

    @Test
    void one_share_over_its_threshold_needs_a_person() {
        BudgetAccount asked = after(anAccount().submit(request("r1", euros(50_00), minutes(1)), NOW));
        assertThat(asked.request("r1").orElseThrow().status()).isEqualTo(RequestStatus.REQUESTED);
    }

    @Test
    void a_request_above_the_balance_is_refused_with_the_available_amount() {
        assertThat(anAccount().submit(request("r1", minutes(60), euros(500_01)), NOW))
                .isEqualTo(new Decision.Refused<>(Refusal.of(
                        "budget-insufficient",
                        "pot",
                        PERSONAL,
                        "unit",
                        BudgetUnit.EUR,
                        "available",
                        500_00L,
                        "asked",
                        500_01L)));
    }

    @Test
    void the_last_cent_can_be_asked_for() {
        assertThat(personal(after(anAccount().submit(request("r1", euros(500_00)), NOW)))
                        .available())
                .isEqualTo(new Money(0));
    }

    @Test
    void legally_required_training_is_not_paid_from_a_personal_pot() {
        assertThat(refusal(anAccount().submit(request("r1", AccountFixture.DAY, true, euros(1)), NOW)))
                .isEqualTo("legal-training-not-from-personal-pot");
    }

    @Test
    void a_pot_is_refused_outside_its_year() {
        assertThat(refusal(needed("2027-01-01"))).isEqualTo("pot-not-valid-then");
        assertThat(refusal(needed("2025-12-31"))).isEqualTo("pot-not-valid-then");
        assertThat(refusal(needed("2026-12-31"))).isEqualTo("accepted");
    }

    @Test
    void missing_empty_repeated_and_unknown_shares_are_refused() {
        assertThat(refusal(anAccount().submit(request("r1"), NOW))).isEqualTo("shares-missing");
        assertThat(refusal(anAccount().submit(request("r1", euros(0)), NOW))).isEqualTo("share-empty");
        assertThat(refusal(anAccount().submit(request("r1", euros(1), euros(1)), NOW)))
                .isEqualTo("pot-named-twice");
        assertThat(refusal(anAccount().submit(request("r1", new PotAmount("gold", 1L)), NOW)))
                .isEqualTo("pot-unknown");
    }

    @Test
    void approval_commits_what_was_reserved() {
        Decision<BudgetAccount> approved = asked().approve("r1", MANAGER, NOW);
        assertThat(events(approved))
                .hasExactlyElementsOfTypes(BudgetRequestApproved.class, BudgetCommitted.class, BudgetCommitted.class);
        assertThat(personal(after(approved))).isEqualTo(balance(500_00, 200_00, 0, 300_00, 0));
    }

    @Test
    void nobody_decides_on_their_own_request() {
        assertThat(refusal(asked().approve("r1", "p-anna", NOW))).isEqualTo("own-request");
        assertThat(refusal(asked().refuse("r1", "p-anna", RECEIPT, RECEIPT, NOW)))
                .isEqualTo("own-request");
    }

    @Test
    void a_refusal_releases_the_reserved_shares_and_its_event_holds_no_word() {
        PrivateText reason = PrivateText.of("not this year");
        PrivateText alternative = PrivateText.of("ask the works council fund");
        Decision<BudgetAccount> refused = asked().refuse("r1", MANAGER, reason, alternative, NOW);
        assertThat(events(refused))
                .hasExactlyElementsOfTypes(BudgetRequestRefused.class, BudgetReleased.class, BudgetReleased.class);
        assertThat(events(refused).get(0))
                .isEqualTo(new BudgetRequestRefused(
                        "ba-p-anna",
                        "p-anna",
                        "r1",
                        MANAGER,
                        reason.commitment().hash(),
                        alternative.commitment().hash()));
        assertThat(personal(after(refused))).isEqualTo(personal(anAccount()));
    }

    @Test
    void a_request_is_decided_once() {
        BudgetAccount approved = after(asked().approve("r1", MANAGER, NOW));
        assertThat(refusal(approved.approve("r1", "p-hr", NOW))).isEqualTo("request-decided");
        assertThat(refusal(approved.refuse("r1", "p-hr", RECEIPT, RECEIPT, NOW)))
                .isEqualTo("request-decided");
        assertThat(refusal(approved.approve("r9", "p-hr", NOW))).isEqualTo("request-unknown");
    }

    @Test
    void a_request_can_be_withdrawn_before_and_after_approval() {
        assertThat(personal(after(asked().withdraw("r1", null, NOW)))).isEqualTo(personal(anAccount()));
        BudgetAccount approved = after(asked().approve("r1", MANAGER, NOW));
        BudgetAccount withdrawn = after(approved.withdraw("r1", null, NOW));
        assertThat(personal(withdrawn)).isEqualTo(personal(anAccount()));
        assertThat(refusal(withdrawn.withdraw("r1", null, NOW))).isEqualTo("request-ended");
    }

    @Test
    void the_receipt_spends_and_the_rest_is_released() {
        Decision<BudgetAccount> spent = approved().spend("r1", List.of(euros(250_00)), RECEIPT, true, NOW);
        assertThat(events(spent))
                .hasExactlyElementsOfTypes(
                        BudgetSpent.class, BudgetReleased.class, BudgetReleased.class, BudgetRequestSettled.class);
        assertThat(personal(after(spent))).isEqualTo(balance(500_00, 250_00, 0, 0, 250_00));
        assertThat(after(spent).pot(HOURS).orElseThrow().balance().available()).isEqualTo(new Minutes(2400));
    }

    @Test
    void an_expense_above_the_committed_shares_is_refused() {
        assertThat(refusal(approved().spend("r1", List.of(euros(300_01)), RECEIPT, true, NOW)))
                .isEqualTo("spent-over-committed");
        assertThat(refusal(approved().spend("r1", List.of(new PotAmount("gold", 1L)), RECEIPT, true, NOW)))
                .isEqualTo("pot-not-in-request");
        assertThat(refusal(approved().spend("r1", List.of(euros(0)), RECEIPT, true, NOW)))
                .isEqualTo("expense-empty");
        assertThat(refusal(approved().spend("r1", List.of(euros(1), euros(1)), RECEIPT, true, NOW)))
                .isEqualTo("pot-named-twice");
        assertThat(refusal(asked().spend("r1", List.of(euros(1)), RECEIPT, true, NOW)))
                .isEqualTo("request-not-approved");
    }

    @Test
    void when_the_owner_leaves_undecided_requests_are_withdrawn_and_approved_ones_stay() {
        BudgetAccount both = after(approved().submit(request("r2", euros(150_00)), NOW));
        Decision<BudgetAccount> left = both.ownerLeaves(NOW);
        assertThat(events(left)).hasExactlyElementsOfTypes(BudgetRequestWithdrawn.class, BudgetReleased.class);
        assertThat(personal(after(left))).isEqualTo(balance(500_00, 200_00, 0, 300_00, 0));
        assertThat(refusal(after(left).submit(request("r3", euros(1)), NOW))).isEqualTo("owner-left");
        assertThat(after(left).ownerLeaves(NOW)).isEqualTo(Decision.unchanged());
    }

    @Test
    void an_owner_who_returns_can_submit_again_and_gets_no_second_grant() {
        BudgetAccount left = after(anAccount().ownerLeaves(NOW));
        Decision<BudgetAccount> back = left.grant(List.of(grant(PERSONAL, new Money(500_00), new Money(0))), NOW);
        assertThat(events(back)).isEmpty();
        assertThat(refusal(after(back).submit(request("r3", euros(1)), NOW))).isEqualTo("accepted");
    }

    @Test
    void unused_shares_are_reported_once_per_quarter() {
        LocalDate over = Quarter.after(Quarter.endedBefore(NOW)).plusDays(1);
        BudgetAccount account = after(anAccount().submit(request("r1", euros(125_00), minutes(40 * 60)), NOW));
        Decision<BudgetAccount> told = account.reportQuarter(over);
        assertThat(events(told))
                .containsExactly(new BudgetUnused(
                        "ba-p-anna", "p-anna", PERSONAL, BudgetUnit.EUR, 375_00, 75, over.minusDays(1), YEAR_END));
        assertThat(after(told).reportQuarter(over)).isEqualTo(Decision.unchanged());
        assertThat(account.reportQuarter(over.minusDays(1))).isEqualTo(Decision.unchanged());
        assertThat(after(after(told).reportExpiry(over)).nextReportAt()).isEqualTo("2027-03-31T10:00:00Z");
    }

    @Test
    void after_missed_quarters_only_the_last_is_reported_and_an_expired_pot_not_at_all() {
        LocalDate later = LocalDate.parse("2026-12-31").plusMonths(9);
        Decision<BudgetAccount> told = anAccount().reportQuarter(later);
        assertThat(events(told)).isEmpty();
        assertThat(after(told).reportQuarter(later)).isEqualTo(Decision.unchanged());
    }

    @Test
    void no_quarter_is_reported_for_an_owner_who_left_or_an_account_without_grants() {
        LocalDate over = Quarter.after(Quarter.endedBefore(NOW)).plusDays(1);
        assertThat(events(after(anAccount().ownerLeaves(NOW)).reportQuarter(over)))
                .isEmpty();
        assertThat(BudgetAccount.empty(AccountFixture.ANNA).reportQuarter(over)).isEqualTo(Decision.unchanged());
        assertThat(BudgetAccount.empty(AccountFixture.ANNA).nextReportAt()).isNull();
    }

    @Test
    void what_expires_is_reported_once_sixty_days_before_the_last_day() {
        LocalDate noticed = YEAR_END.minusDays(Pot.EXPIRY_NOTICE_DAYS);
        BudgetAccount account = after(anAccount().submit(request("r1", minutes(40 * 60)), NOW));
        assertThat(account.reportExpiry(noticed.minusDays(1))).isEqualTo(Decision.unchanged());
        Decision<BudgetAccount> told = account.reportExpiry(noticed);
        assertThat(events(told))
                .containsExactly(new BudgetExpiring("ba-p-anna", "p-anna", PERSONAL, BudgetUnit.EUR, 500_00, YEAR_END));
        assertThat(after(told).reportExpiry(YEAR_END)).isEqualTo(Decision.unchanged());
        assertThat(events(after(account.ownerLeaves(NOW)).reportExpiry(noticed)))
                .isEmpty();
    }

    @Test
    void an_account_is_looked_at_when_a_quarter_ended_or_a_last_day_is_near() {
        BudgetAccount account = anAccount();
        assertThat(account.nextReportAt()).isEqualTo("2026-10-31T10:00:00Z");
        assertThat(after(account.reportExpiry(YEAR_END)).nextReportAt()).isEqualTo("2026-12-31T10:00:00Z");
    }

    @Test
    void a_pot_of_which_the_last_is_taken_is_reported_and_again_only_when_something_came_back() {
        BudgetExhausted exhausted = new BudgetExhausted("ba-p-anna", "p-anna", PERSONAL, BudgetUnit.EUR, YEAR_END);
        Decision<BudgetAccount> all = anAccount().submit(request("r1", euros(500_00)), NOW);
        assertThat(events(all)).contains(exhausted);
        Decision<BudgetAccount> back = after(all).withdraw("r1", null, NOW);
        assertThat(events(back)).doesNotContain(exhausted);
        assertThat(events(after(back).submit(request("r2", euros(499_99)), NOW)))
                .doesNotHaveAnyElementsOfTypes(BudgetExhausted.class);
        assertThat(events(after(back).submit(request("r3", euros(500_00)), NOW)))
                .contains(exhausted);
    }

    @Test
    void quarters_follow_the_calendar_also_in_a_leap_year() {
        assertThat(Quarter.endedBefore(LocalDate.parse("2028-02-29"))).isEqualTo(LocalDate.parse("2027-12-31"));
        assertThat(Quarter.endedBefore(LocalDate.parse("2028-04-01"))).isEqualTo(LocalDate.parse("2028-03-31"));
        assertThat(Quarter.after(LocalDate.parse("2026-06-30"))).isEqualTo(LocalDate.parse("2026-09-30"));
        assertThat(Quarter.after(LocalDate.parse("2026-12-31"))).isEqualTo(LocalDate.parse("2027-03-31"));
    }

    @Test
    void the_stored_balance_is_the_sum_of_the_entries() {
        BudgetAccount account = after(approved().spend("r1", List.of(euros(120_00), minutes(30)), RECEIPT, true, NOW));
        assertThat(recomputed(account)).isEqualTo(stored(account));
        assertThat(account.ledger())
                .extracting(entry -> entry.number())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void the_time_of_entries_never_goes_back_even_if_the_clock_of_another_instance_does() {
        BudgetAccount account = after(anAccount().submit(request("r1", euros(300_00)), NOW.minusSeconds(5)));
        assertThat(account.ledger()).allMatch(entry -> entry.at().equals(NOW));
    }

    private static Decision<BudgetAccount> needed(String day) {
        return anAccount().submit(request("r1", LocalDate.parse(day), false, euros(1)), NOW);
    }

    private static BudgetAccount asked() {
        return after(anAccount().submit(request("r1", euros(300_00), minutes(480)), NOW));
    }

    private static BudgetAccount approved() {
        return after(asked().approve("r1", MANAGER, NOW));
    }
}
