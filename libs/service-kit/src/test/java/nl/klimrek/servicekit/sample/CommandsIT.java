package nl.klimrek.servicekit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import nl.klimrek.servicekit.sample.SampleUnderTest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandsIT {
    private static final String WISH = "{\"title\":\"learn to weld\",\"hours\":8}";

    @RegisterExtension
    static final SampleUnderTest sample = new SampleUnderTest();

    @Test
    void a_post_without_a_key_is_refused_before_the_controller() {
        Answer answer = sample.answer(sample.authorised("/api/samples")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(WISH)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<String>at("$.code")).isEqualTo("idempotency-key-missing");
    }

    @Test
    void a_key_of_more_than_two_hundred_characters_is_refused() {
        assertThat(keyed("k".repeat(200), WISH).status()).isEqualTo(200);
        assertThat(keyed("k".repeat(201), WISH).<String>at("$.code")).isEqualTo("idempotency-key-invalid");
    }

    @Test
    void a_repeated_post_meets_the_id_it_made_the_first_time() {
        Answer first = keyed("same", WISH);
        assertThat(keyed("same", WISH).<String>at("$.id")).isEqualTo(first.at("$.id"));
        assertThat(keyed("other", WISH).<String>at("$.id")).isNotEqualTo(first.at("$.id"));
    }

    @Test
    void other_content_under_the_same_key_has_another_fingerprint() {
        assertThat(keyed("print", WISH).<String>at("$.fingerprint"))
                .isEqualTo(keyed("print", WISH).at("$.fingerprint"))
                .isNotEqualTo(keyed("print", WISH.replace("8", "9")).at("$.fingerprint"));
    }

    @Test
    void a_system_acts_under_its_own_name() {
        String token = sample.issuer()
                .token(claims -> claims.subject("hr-system").claim("roles", java.util.List.of("HR_SYSTEM")));
        Answer answer = sample.answer(sample.request("/api/samples")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "1")
                .POST(HttpRequest.BodyPublishers.ofString(WISH)));
        assertThat(answer.<String>at("$.actor")).isEqualTo("system:hr-system");
    }

    @Test
    void if_match_takes_a_strong_tag_and_nothing_else() {
        assertThat(matching("\"3\"").<Integer>at("$.expected")).isEqualTo(3);
        assertThat(matching("*").<Integer>at("$.expected")).isNull();
        for (String malformed :
                new String[] {"3", "W/\"3\"", "\"-1\"", "\"03\"", "\"3\", \"4\"", "\"99999999999999999999\""}) {
            assertThat(matching(malformed).<String>at("$.code")).as(malformed).isEqualTo("if-match-invalid");
        }
    }

    @Test
    void the_answer_carries_the_tag_of_the_version_it_shows() {
        assertThat(sample.answer(sample.post("/api/samples", WISH)).header("ETag"))
                .isEqualTo("\"7\"");
    }

    @Test
    void the_correlation_id_comes_back_and_goes_on_unless_it_is_hostile() {
        Answer kept = sample.answer(sample.post("/api/samples", WISH).header("X-Correlation-Id", "my-trip.1"));
        assertThat(kept.header("X-Correlation-Id")).isEqualTo("my-trip.1");
        assertThat(kept.<String>at("$.correlation")).isEqualTo("my-trip.1");
        Answer replaced = sample.answer(sample.post("/api/samples", WISH).header("X-Correlation-Id", "<script>"));
        assertThat(replaced.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_or_not_it_says_so() {
        byte[] large = ("{\"title\":\"" + "x".repeat(10_000_000) + "\",\"hours\":1}").getBytes(StandardCharsets.UTF_8);
        tooLarge(HttpRequest.BodyPublishers.ofByteArray(large));
        tooLarge(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));
    }

    @Test
    void a_path_with_its_own_limit_takes_more() {
        String large = "{\"title\":\"" + "x".repeat(1_500_000) + "\"}";
        assertThat(sample.answer(sample.post("/api/samples/large", large)).status())
                .isEqualTo(404);
        assertThat(sample.answer(sample.post("/api/samples", large)).status()).isEqualTo(413);
    }

    private static void tooLarge(HttpRequest.BodyPublisher body) {
        Answer answer = sample.answer(sample.authorised("/api/samples")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "large")
                .POST(body));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.<String>at("$.code")).isEqualTo("body-too-large");
    }

    private static Answer matching(String tag) {
        return sample.answer(sample.post("/api/samples", WISH).header("If-Match", tag));
    }

    private static Answer keyed(String key, String body) {
        return sample.answer(sample.authorised("/api/samples")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
