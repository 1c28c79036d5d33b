package nl.klimrek.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickLoginIT {

    private static final String AUTHORIZE =
            "/identity/oauth2/authorize?response_type=code&client_id=portal&scope=openid"
                    + "&state=s&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                    + RunningIdentity.encode(RunningIdentity.PUBLIC + "/login/oauth2/code/klimrek");

    @TempDir
    static Path data;

    @TempDir
    static Path closedData;

    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        RunningIdentity.list("demo/p-anna", "{\"person\":\"p-anna\",\"email\":\"anna@demo.example\"}");
        identity = new RunningIdentity(data);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> identity.get("/identity/health/ready").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void the_key_signs_a_person_in_and_leads_on_to_the_portal_s_sign_in() throws Exception {
        HttpResponse<String> chosen = identity.get(welcome(identity.secrets.welcome(), "anna", ""));

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(location(chosen)).isEqualTo(RunningIdentity.PUBLIC + "/oauth2/authorization/klimrek");
        assertThat(chosen.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(location(identity.get(AUTHORIZE)))
                .startsWith(RunningIdentity.PUBLIC + "/login/oauth2/code/klimrek?code=");
    }

    @Test
    void a_form_may_carry_the_key_and_the_page_to_go_on_to() throws Exception {
        HttpResponse<String> chosen = identity.post(
                "/identity/welcome",
                Map.of("key", identity.secrets.welcome(), "person", "hr", "continue", "/hr?first=true"));

        assertThat(location(chosen)).isEqualTo(RunningIdentity.PUBLIC + "/hr?first=true");
    }

    @Test
    void another_choice_replaces_the_first_with_a_session_of_its_own() throws Exception {
        String first = cookie(identity.get(welcome(identity.secrets.welcome(), "coach", "")));
        String second = cookie(identity.get(welcome(identity.secrets.welcome(), "auditor", "")));

        assertThat(second).isNotEqualTo(first);
        assertThat(location(identity.get(AUTHORIZE))).contains("?code=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess", "%20", "ALMOST"})
    void without_the_key_there_is_no_such_page_and_no_session(String key) throws Exception {
        String given = key.equals("ALMOST") ? identity.secrets.welcome().substring(1) : key;
        HttpResponse<String> refused = identity.getAsStranger(welcome(given, "anna", ""));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/%0d%0aSet-Cookie:x",
                "/\\evil.example",
                "@evil.example",
                ""
            })
    void it_never_leads_to_another_site(String path) throws Exception {
        HttpResponse<String> answer =
                identity.getAsStranger(welcome(identity.secrets.welcome(), "hr", path.isEmpty() ? " " : path));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void who_is_not_there_is_not_signed_in() throws Exception {
        assertThat(identity.getAsStranger(welcome(identity.secrets.welcome(), "nobody", ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(location(identity.getAsStranger(welcome(identity.secrets.welcome(), "bram", ""))))
                .isEqualTo("/identity/login?refused=UNLISTED&wait=0");
    }

    @Test
    void a_platform_without_a_welcome_key_has_no_such_page() throws Exception {
        try (RunningIdentity closed = new RunningIdentity(closedData, RunningIdentity.TOPIC, "")) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> closed.get("/identity/health/ready").statusCode() == 200);

            assertThat(closed.getAsStranger(welcome("", "hr", "")).statusCode()).isEqualTo(404);
            assertThat(closed.getAsStranger(welcome(identity.secrets.welcome(), "hr", ""))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static String welcome(String key, String person, String path) {
        return "/identity/welcome?person=" + person + "&key=" + key
                + (path.isEmpty() ? "" : "&continue=" + RunningIdentity.encode(path));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
