package nl.klimrek.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.identity.Language;
import nl.klimrek.identity.TokenRole;
import org.junit.jupiter.api.Test;

class AccountRegistryTest {

    private final LoginAccount home = external("hr", "demo", Optional.of("hr@demo.example"));
    private final LoginAccount away = external("hr", "sample", Optional.empty());
    private final AccountRegistry accounts = new AccountRegistry(List.of("demo", "sample"), List.of(home, away));

    @Test
    void a_bare_login_means_the_first_organisation() {
        assertThat(accounts.typed(" HR ")).contains(home);
        assertThat(accounts.typed("hr@sample")).contains(away);
        assertThat(accounts.typed("hr@demo.example")).contains(home);
        assertThat(accounts.typed("hr@nowhere")).isEmpty();
    }

    @Test
    void a_short_name_names_another_organisation_only() {
        assertThat(accounts.shortName(home.name())).isEqualTo("hr");
        assertThat(accounts.shortName(away.name())).isEqualTo("hr@sample");
    }

    @Test
    void an_account_of_an_organisation_that_is_not_served_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountRegistry(List.of("demo"), List.of(away)));
    }

    @Test
    void an_insider_without_an_address_is_refused() {
        AccountName name = new AccountName("anna", "demo");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new LoginAccount(name, Optional.empty(), Set.of(TokenRole.EMPLOYEE), Language.NL, false));
    }

    private static LoginAccount external(String login, String organisation, Optional<String> email) {
        return new LoginAccount(new AccountName(login, organisation), email, Set.of(TokenRole.HR), Language.NL, true);
    }
}
