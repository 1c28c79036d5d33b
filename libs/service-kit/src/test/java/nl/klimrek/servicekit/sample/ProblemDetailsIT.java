package nl.klimrek.servicekit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import nl.klimrek.servicekit.sample.SampleUnderTest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class ProblemDetailsIT {
    @RegisterExtension
    static final SampleUnderTest sample = new SampleUnderTest();

    @Test
    void a_refusal_is_a_conflict_with_every_member_of_a_problem() {
        Answer answer =
                sample.answer(sample.authorised("/api/samples/failing/conflict").header("X-Correlation-Id", "c-1"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.<String>at("$.type")).isEqualTo("https://klimrek.nl/problems/pot-empty");
        assertThat(answer.<String>at("$.title")).isEqualTo("The pot holds too little");
        assertThat(answer.<String>at("$.detail")).isEqualTo("There are 12 hours left.");
        assertThat(answer.<Integer>at("$.status")).isEqualTo(409);
        assertThat(answer.<String>at("$.code")).isEqualTo("pot-empty");
        assertThat(answer.<String>at("$.instance")).isEqualTo("/api/samples/failing/conflict");
        assertThat(answer.<String>at("$.correlationId")).isEqualTo("c-1");
        assertThat(answer.<Integer>at("$.details.left")).isEqualTo(12);
    }

    @Test
    void who_asks_for_dutch_reads_dutch_and_anybody_else_english() {
        assertThat(titleIn("nl-NL,nl;q=0.9")).isEqualTo("Er zit te weinig in de pot");
        assertThat(titleIn("fr")).isEqualTo("The pot holds too little");
        Answer signIn = sample.answer(sample.request("/api/samples/me").header("Accept-Language", "nl"));
        assertThat(signIn.<String>at("$.title")).isEqualTo("Meld je eerst aan");
    }

    @Test
    void a_code_decides_its_status() {
        assertThat(failing("registered").status()).isEqualTo(422);
        assertThat(failing("unknown").status()).isEqualTo(404);
        assertThat(failing("stale").status()).isEqualTo(412);
    }

    @Test
    void a_backend_that_is_away_is_503_and_says_when_to_come_back() {
        Answer answer = failing("store");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_failure_of_ours_is_noted_without_anybodys_words(CapturedOutput output) {
        Answer answer = failing("otherwise");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.response().body()).doesNotContain("secret words");
        assertThat(output.getAll())
                .contains(answer.<String>at("$.correlationId"), "java.lang.IllegalStateException")
                .doesNotContain("secret words");
    }

    @Test
    void validation_lists_every_field_at_once_in_the_readers_language() {
        Answer answer = sample.answer(
                sample.post("/api/samples", "{\"title\":\" \",\"hours\":0}").header("Accept-Language", "nl"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("hours", "title");
        assertThat(answer.<List<String>>at("$.errors[*].code")).containsExactly("min", "not-blank");
        assertThat(answer.<List<String>>at("$.errors[*].message"))
                .first()
                .asString()
                .contains("moet groter");
    }

    @Test
    void fields_that_do_not_fit_are_listed_at_once_without_their_values() {
        Answer answer = sample.answer(
                sample.post(
                        "/api/samples",
                        "{\"title\":\"t\",\"hours\":\"eight\",\"by\":\"tomorrow-ish\",\"days\":[\"MONDAY\",\"FUNDAY\"],\"extra\":{\"a\":[1]}}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("hours", "by", "days[1]", "extra");
        assertThat(answer.<List<String>>at("$.errors[*].code"))
                .containsExactly("wrong-type", "wrong-type", "not-in-list", "unknown-field");
        assertThat(answer.response().body()).doesNotContain("FUNDAY", "tomorrow-ish");
    }

    @Test
    void what_is_not_json_is_refused() {
        for (String body : new String[] {"", "{", "null", "{} {}", "{\"title\":\"a\",\"title\":\"b\"}", "<xml/>"}) {
            Answer answer = sample.answer(sample.post("/api/samples", body));
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.<String>at("$.code")).as(body).isIn("body-unreadable", "request-invalid");
        }
    }

    @Test
    void address_method_media_type_and_parameters_each_have_their_answer() {
        problem(sample.authorised("/api/nowhere"), 404, "not-found");
        problem(sample.authorised("/api/samples/failing/not%20an%20id"), 404, "not-found");
        problem(sample.authorised("/api/samples/me").DELETE(), 405, "method-not-allowed");
        problem(
                sample.authorised("/api/samples")
                        .header("Content-Type", "text/plain")
                        .header("Idempotency-Key", "1")
                        .POST(HttpRequest.BodyPublishers.ofString("x")),
                415,
                "media-type-unsupported");
        problem(sample.authorised("/api/samples/me").header("Accept", "image/png"), 406, "not-acceptable");
        problem(sample.authorised("/api/samples?limit=1000"), 400, "limit-invalid");
        Answer mismatch = problem(sample.authorised("/api/samples?from=yesterday"), 400, "request-invalid");
        assertThat(mismatch.<List<String>>at("$.errors[*].field")).containsExactly("from");
    }

    @Test
    void a_list_comes_in_pages() {
        Answer first = sample.answer(sample.authorised("/api/samples?limit=2"));
        assertThat(first.<List<String>>at("$.items")).containsExactly("a", "b");
        Answer last = sample.answer(sample.authorised("/api/samples?limit=2&after=" + first.at("$.next")));
        assertThat(last.<List<String>>at("$.items")).containsExactly("c");
        assertThat(last.<String>at("$.next")).isNull();
    }

    @Test
    void the_api_describes_itself_with_its_token_and_its_problems() {
        Answer answer = sample.answer(sample.request("/v3/api-docs"));
        assertThat(answer.<String>at("$.components.securitySchemes.bearer.scheme"))
                .isEqualTo("bearer");
        assertThat(answer.<List<String>>at("$.paths['/api/samples'].post.parameters[*].name"))
                .containsExactlyInAnyOrder("Idempotency-Key", "If-Match");
        assertThat(answer.<Object>at("$.paths['/api/samples'].post.responses['409']"))
                .isNotNull();
    }

    private static Answer problem(HttpRequest.Builder request, int status, String code) {
        Answer answer = sample.answer(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.<String>at("$.code")).isEqualTo(code);
        assertThat(answer.<String>at("$.title")).isNotBlank();
        return answer;
    }

    private static Answer failing(String how) {
        return sample.answer(sample.authorised("/api/samples/failing/" + how));
    }

    private static String titleIn(String language) {
        return sample.answer(sample.authorised("/api/samples/failing/conflict").header("Accept-Language", language))
                .at("$.title");
    }
}
