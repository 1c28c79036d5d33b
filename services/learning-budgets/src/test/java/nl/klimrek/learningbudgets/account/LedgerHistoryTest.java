package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.minutes;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class LedgerHistoryTest {

    @Test
    void two_instances_that_move_the_same_page_remove_its_entries_once() {
        BudgetAccount account = anAccount();
        for (int i = 0; account.ledger().size() < 3 * LedgerPage.SIZE; i++) {
            account = after(account.submit(request("r" + i, minutes(1)), NOW));
        }
        LedgerPage page = LedgerHistory.oldestPage(account);
        BudgetAccount moved = after(LedgerHistory.withoutPage(account, page.number()));
        assertThat(LedgerHistory.hasFullPage(moved)).isTrue();
        assertThat(LedgerHistory.withoutPage(moved, page.number())).isEqualTo(Decision.unchanged());
        assertThat(LedgerHistory.oldestPage(moved).entries().get(0).number()).isEqualTo(LedgerPage.SIZE + 1L);
    }

    @Test
    void an_account_with_few_entries_keeps_them() {
        assertThat(LedgerHistory.withoutPage(anAccount(), 0)).isEqualTo(Decision.unchanged());
    }
}
