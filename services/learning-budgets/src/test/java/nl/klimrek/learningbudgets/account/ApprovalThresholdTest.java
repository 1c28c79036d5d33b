package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.ANNA;
import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.PERSONAL;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.euros;
import static nl.klimrek.learningbudgets.account.AccountFixture.refusal;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.learningbudgets.pot.Money;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.PotTerms;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

/** Up to 100 euros within a year need no person's decision. */
class ApprovalThresholdTest {

    @Test
    void a_split_purchase_is_decided_by_a_person_from_the_part_that_passes_the_threshold() {
        BudgetAccount first = submit(anAccount(), "r1", 60_00, NOW);
        BudgetAccount second = submit(first, "r2", 40_00, NOW);
        BudgetAccount third = submit(second, "r3", 1, NOW);
        assertThat(status(third, "r1")).isEqualTo(RequestStatus.APPROVED);
        assertThat(status(third, "r2")).isEqualTo(RequestStatus.APPROVED);
        assertThat(status(third, "r3")).isEqualTo(RequestStatus.REQUESTED);
    }

    @Test
    void what_was_withdrawn_or_not_spent_does_not_count() {
        BudgetAccount first = submit(anAccount(), "r1", 100_00, NOW);
        BudgetAccount withdrawn = after(first.withdraw("r1", null, NOW));
        assertThat(status(submit(withdrawn, "r2", 100_00, NOW), "r2")).isEqualTo(RequestStatus.APPROVED);
        BudgetAccount spent = after(first.spend("r1", List.of(euros(70_00)), PrivateText.of("invoice"), true, NOW));
        assertThat(status(submit(spent, "r2", 30_00, NOW), "r2")).isEqualTo(RequestStatus.APPROVED);
        assertThat(status(submit(spent, "r2", 30_01, NOW), "r2")).isEqualTo(RequestStatus.REQUESTED);
    }

    @Test
    void what_a_person_approved_does_not_count() {
        BudgetAccount large = submit(anAccount(), "r1", 200_00, NOW);
        BudgetAccount approved = after(large.approve("r1", AccountFixture.MANAGER, NOW));
        assertThat(status(submit(approved, "r2", 100_00, NOW), "r2")).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void after_the_period_the_sum_begins_again() {
        Instant earlier = NOW.minus(Duration.ofDays(365));
        BudgetAccount first = submit(anAccount(), "r1", 100_00, earlier);
        assertThat(status(submit(first, "r2", 100_00, NOW), "r2")).isEqualTo(RequestStatus.APPROVED);
        assertThat(status(submit(first, "r2", 100_00, NOW.minusSeconds(1)), "r2"))
                .isEqualTo(RequestStatus.REQUESTED);
    }

    @Test
    void one_request_takes_no_more_than_its_pot_allows() {
        PotGrant plain = AccountFixture.grant(PERSONAL, new Money(500_00), new Money(0));
        PotGrant limited = new PotGrant(
                plain.pot(),
                plain.fundingSource(),
                plain.validFrom(),
                plain.validUntil(),
                plain.autoApproveUpTo(),
                plain.entitlement(),
                new PotTerms("personal", 365, new Money(200_00), null));
        BudgetAccount account = after(BudgetAccount.empty(ANNA).grant(List.of(limited), NOW));
        assertThat(refusal(account.submit(request("r1", euros(200_01)), NOW))).isEqualTo("share-over-maximum");
        assertThat(refusal(account.submit(request("r1", euros(200_00)), NOW))).isEqualTo("accepted");
    }

    private static BudgetAccount submit(BudgetAccount account, String id, long cents, Instant at) {
        return after(account.submit(request(id, euros(cents)), at));
    }

    private static RequestStatus status(BudgetAccount account, String id) {
        return account.request(id).orElseThrow().status();
    }
}
