package nl.klimrek.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.servicekit.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Claims of products as they come, and settings as administrators write them. */
class ClaimMapperTest {
    private static final String PREFIX = "klimrek.portal.sign-in";
    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "issuer",
            "https://id.example/realms/staff",
            "client-id",
            "portal",
            "client-secret",
            "s",
            "signing-key",
            "/key.pem"));

    @Test
    void a_keycloak_token_gives_roles_from_its_realm_and_a_fixed_organisation() {
        put(
                "organisation",
                "gemeente",
                "claims.roles",
                "realm_access.roles",
                "roles.hr-adviser",
                "HR",
                "claims.employee-number",
                "personnel_no",
                "employee-number-source",
                "afas");
        ForeignIdentity who = map(Map.of(
                "sub",
                "7b1f",
                "email",
                "anna@x.example",
                "email_verified",
                true,
                "personnel_no",
                42,
                "name",
                "Anna",
                "realm_access",
                Map.of("roles", List.of("hr-adviser", "offline_access", "AUDITOR"))));
        assertThat(who.organisation().value()).isEqualTo("gemeente");
        assertThat(who.roles())
                .as("a role that is not mapped gives nothing, whatever its name")
                .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.HR);
        assertThat(who.employeeNumber()).isEqualTo("42");
        assertThat(who.email()).isEqualTo("anna@x.example");
        assertThat(who.issuer()).isEqualTo("https://id.example/realms/staff");
    }

    @Test
    void a_claim_whose_name_holds_dots_and_colons_is_read_by_its_whole_name() {
        put(
                "claims.organisation",
                "schac.home",
                "organisations.[uni.example]",
                "uni",
                "claims.roles",
                "urn:oid:1.3.6",
                "roles.[urn:x:hr]",
                "HR");
        ForeignIdentity who =
                map(Map.of("sub", "s", "schac.home", "uni.example", "urn:oid:1.3.6", List.of("urn:x:hr")));
        assertThat(who.organisation().value()).isEqualTo("uni");
        assertThat(who.roles()).contains(Role.HR);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "TRUE, false", "1, false", "'', false"})
    void an_address_counts_only_when_the_issuer_says_that_it_verified_it(String verified, boolean counts) {
        put("organisation", "demo");
        assertThat(map(Map.of("sub", "s", "email", "a@x.example", "email_verified", verified))
                                .email()
                        != null)
                .isEqualTo(counts);
        assertThat(map(Map.of("sub", "s", "email", "a@x.example")).email()).isNull();
        put("email-trusted", "true");
        assertThat(map(Map.of("sub", "s", "email", "a@x.example")).email()).isEqualTo("a@x.example");
    }

    @Test
    void claims_that_lead_to_no_organisation_or_to_two_lead_to_nobody() {
        put("claims.organisation", "tid", "organisations.a", "aa", "organisations.b", "bb");
        ClaimMapper mapping = new ClaimMapper(bound());
        assertThat(mapping.identity(Map.of("sub", "s", "tid", "other"))).isEmpty();
        assertThat(mapping.identity(Map.of("sub", "s"))).isEmpty();
        assertThat(mapping.identity(Map.of("sub", "s", "tid", List.of("a", "b"))))
                .isEmpty();
        assertThat(mapping.identity(Map.of("tid", "a"))).as("without a subject").isEmpty();
        assertThat(mapping.identity(Map.of("sub", "s", "tid", List.of("a", "other")))
                        .orElseThrow()
                        .organisation()
                        .value())
                .isEqualTo("aa");
    }

    @Test
    void a_name_or_address_that_shows_something_else_than_it_is_counts_as_none() {
        put("organisation", "demo");
        assertThat(map(Map.of("sub", "s", "name", "An\u202ena")).name()).isNull();
        assertThat(map(Map.of("sub", "s", "name", "a".repeat(201))).name()).isNull();
        assertThat(map(Map.of("sub", "s", "email", "a(b)@x.example", "email_verified", true))
                        .email())
                .isNull();
    }

    @Test
    void only_a_subject_of_the_settings_is_an_hr_system() {
        put("organisation", "demo", "systems.[9f0c]", "demo");
        ClaimMapper mapping = new ClaimMapper(bound());
        assertThat(mapping.system(Map.of("sub", "9f0c"))).isPresent();
        assertThat(mapping.system(Map.of("sub", "else", "roles", List.of("HR_SYSTEM"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://id.example, https",
        "client-secret, '', client-secret",
        "signing-key, '', signing-key",
        "scopes, email, openid",
        "algorithms, HS256, algorithms",
        "organisation, '', organisation",
        "roles.boss, HR_SYSTEM, roles can lead",
        "roles.boss, PORTAL, roles can lead",
        "claims.employee-number, number, employee-number-source",
        "claims.organisation, tid, not both"
    })
    void settings_that_let_the_wrong_people_in_are_refused_at_the_start(String name, String value, String says) {
        put("organisation", "demo");
        put(name, value);
        assertThatThrownBy(this::bound).hasStackTraceContaining(says);
    }

    private void put(Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            settings.put((String) more[i], more[i + 1]);
        }
    }

    private ForeignIdentity map(Map<String, Object> claims) {
        return new ClaimMapper(bound()).identity(claims).orElseThrow();
    }

    private SignInSettings bound() {
        Map<String, Object> named = new HashMap<>();
        settings.forEach((name, value) -> named.put(PREFIX + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bind(PREFIX, Bindable.of(SignInSettings.class))
                .get();
    }
}
