package nl.klimrek.servicekit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.klimrek.servicekit.sample.SampleUnderTest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BearerTokensIT {
    @RegisterExtension
    static final SampleUnderTest sample = new SampleUnderTest();

    @Test
    void a_verified_token_names_the_caller_and_roles_not_known_yet_give_no_right() {
        Answer answer = sample.answer(sample.authorised("/api/samples/me"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.person")).isEqualTo("anna");
        assertThat(answer.<String>at("$.organisation")).isEqualTo("demo");
        assertThat(answer.<List<String>>at("$.roles")).containsExactly("EMPLOYEE");
    }

    @Test
    void without_a_token_nothing_under_api_is_reached() {
        Answer answer = sample.answer(sample.request("/api/samples/me"));
        refused(answer, "token-missing");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void an_expired_token_is_told_apart() {
        refused(
                with(sample.issuer().token(claims -> claims.expirationTime(Date.from(Instant.EPOCH)))),
                "token-expired");
    }

    @Test
    void a_token_without_an_expiry_is_refused() {
        refused(with(sample.issuer().token(claims -> claims.expirationTime(null))), "token-invalid");
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        refused(with(sample.issuer().token(claims -> claims.audience("elsewhere"))), "token-invalid");
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        refused(with(sample.issuer().token(claims -> claims.issuer("http://elsewhere.test"))), "token-invalid");
    }

    @Test
    void a_token_without_an_organisation_is_refused() {
        refused(with(sample.issuer().token(claims -> claims.claim("org", null))), "token-invalid");
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(with(sample.issuer().unsigned()), "token-invalid");
    }

    @Test
    void the_public_key_does_not_serve_as_a_secret() throws Exception {
        refused(with(sample.issuer().signedWithPublicKeyAsSecret()), "token-invalid");
    }

    @Test
    void another_algorithm_of_the_right_key_is_refused() {
        refused(with(sample.issuer().signed(JWSAlgorithm.RS512, claims -> claims)), "token-invalid");
    }

    @Test
    void a_token_signed_by_somebody_else_is_refused() throws Exception {
        try (Issuer stranger = new Issuer()) {
            refused(with(stranger.token()), "token-invalid");
        }
    }

    @Test
    void tokens_of_unknown_keys_do_not_make_the_service_ask_the_issuer_each_time() {
        sample.answer(sample.authorised("/api/samples/me"));
        int before = sample.issuer().fetched();
        for (int i = 0; i < 100; i++) {
            refused(with(sample.issuer().ofUnknownKey("unknown-" + i)), "token-invalid");
        }
        assertThat(sample.issuer().fetched() - before).isLessThan(5);
    }

    @Test
    void health_is_open_and_what_is_not_named_is_closed() {
        assertThat(sample.answer(sample.request("/actuator/health/readiness")).status())
                .isEqualTo(200);
        assertThat(sample.answer(sample.request("/readyz")).status()).isEqualTo(200);
        assertThat(sample.answer(sample.request("/actuator/prometheus")).status())
                .as("figures, without a port of their own")
                .isEqualTo(401);
        assertThat(sample.answer(sample.authorised("/elsewhere")).status()).isEqualTo(403);
    }

    private static Answer with(String token) {
        return sample.answer(sample.request("/api/samples/me").header("Authorization", "Bearer " + token));
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.<String>at("$.code")).isEqualTo(code);
    }
}
