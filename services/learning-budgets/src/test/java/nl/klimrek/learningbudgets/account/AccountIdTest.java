package nl.klimrek.learningbudgets.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    @Test
    void a_request_leads_to_its_account_whatever_the_person_is_called() {
        AccountId account = new AccountId("nl:p-1");
        assertThat(AccountId.ofRequest(account.request("5f0e"))).contains(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "ba-", "ba-:1", "p-anna:1", "ba-p-anna", "r-9x8y7z"})
    void what_is_no_request_leads_nowhere(String id) {
        assertThat(AccountId.ofRequest(id)).isEmpty();
    }
}
