package nl.klimrek.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.ForeignIssuer;
import nl.klimrek.portal.fixture.KeyFiles;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in at an issuer that knows nothing of Klimrek, which answers only after the portal has started. */
class OwnIssuerIT {
    private static final String ANNA = "5a0e7c1e-93b4-4f5e-a1c6-f2c8e3b6d001";
    private static final Map<String, String> PEOPLE = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static ForeignIssuer issuer;
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        issuer = new ForeignIssuer();
        KeyPair key = KeyFiles.pair("secp256r1");
        Map<String, Object> settings = new HashMap<>();
        Map.of(
                        "issuer",
                        issuer.address(),
                        "client-id",
                        ForeignIssuer.CLIENT,
                        "client-secret",
                        "s",
                        "organisation",
                        "demo",
                        "signing-key",
                        KeyFiles.with(key, key),
                        "claims.roles",
                        "groups",
                        "roles.personnel",
                        "HR",
                        "audience",
                        "klimrek-api",
                        "systems.[machine-1]",
                        "demo")
                .forEach((name, value) -> settings.put("klimrek.portal.sign-in." + name, value));
        portal = new RunningPortal(settings);
        portal.service(Upstream.PEOPLE).on("POST /api/people/sign-ins", exchange -> {
            JsonNode asked = JSON.readTree((String) exchange.getAttribute("body"));
            String person = PEOPLE.get(asked.path("subject").asText());
            FakeHttpService.json(
                            200,
                            person == null
                                    ? "{\"id\":\"i\",\"status\":\"NOBODY_FOUND\",\"manager\":false}"
                                    : "{\"id\":\"i\",\"status\":\"BY_EMAIL\",\"person\":\"" + person + "\",\"manager\":"
                                            + person.equals("p-bram") + "}")
                    .to(exchange);
        });
    }

    @AfterAll
    static void stop() {
        portal.close();
        issuer.close();
    }

    @BeforeEach
    void everybody_is_known() {
        PEOPLE.clear();
        PEOPLE.putAll(Map.of(ANNA, "p-anna", "bram-uuid", "p-bram", "hr-uuid", "p-hr"));
    }

    @Test
    void a_foreign_subject_becomes_the_person_and_services_get_a_token_of_the_portal() throws Exception {
        issuer.letIn(ANNA, "name", "Anna de Wit", "email", "anna@x.example", "email_verified", true);
        HttpResponse<String> page = new Browser(portal.url(), "nl").open("/me");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Anna de Wit").doesNotContain("href=\"/team\"", "href=\"/hr\"");
        assertThat(portal.service(Upstream.PEOPLE)
                        .last("POST", "/api/people/sign-ins")
                        .orElseThrow()
                        .body())
                .contains("\"subject\":\"" + ANNA + "\"", "\"email\":\"anna@x.example\"")
                .doesNotContain("employeeNumber");
        SignedJWT token = sent(Upstream.REMINDERS, "GET", "/api/reminders");
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("p-anna");
        assertThat(token.getJWTClaimsSet().getStringClaim("org")).isEqualTo("demo");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("EMPLOYEE");
        HttpResponse<String> keys = get("/sign-in/keys", null);
        assertThat(token.verify(new ECDSAVerifier(JWKSet.parse(keys.body())
                        .getKeyByKeyId(token.getHeader().getKeyID())
                        .toECKey())))
                .isTrue();
        assertThat(sent(Upstream.PEOPLE, "POST", "/api/people/sign-ins")
                        .getJWTClaimsSet()
                        .getStringListClaim("roles"))
                .containsExactly("PORTAL");
    }

    @Test
    void roles_come_from_the_issuer_by_the_settings_and_from_the_roster() {
        issuer.letIn("hr-uuid", "groups", List.of("personnel"));
        assertThat(new Browser(portal.url(), "nl").open("/hr/people").body()).contains("href=\"/hr/people/sign-ins\"");
        issuer.letIn("bram-uuid", "groups", List.of("HR", "AUDITOR"));
        String page = new Browser(portal.url(), "nl").open("/me").body();
        assertThat(page).contains("href=\"/team\"").doesNotContain("href=\"/hr\"");
    }

    @Test
    void an_unknown_account_reads_what_to_do_and_can_choose_another_one() {
        issuer.letIn("stranger", "email", "s@x.example", "email_verified", true);
        Browser browser = new Browser(portal.url(), "nl");
        HttpResponse<String> page = browser.open("/me");
        assertThat(page.uri().getPath()).isEqualTo("/login/unknown");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("We kennen je hier nog niet", "HR ziet dat je hier was")
                .doesNotContain("??");
        issuer.letIn(ANNA);
        assertThat(browser.open("/oauth2/authorization/klimrek?other").statusCode())
                .isEqualTo(200);
        assertThat(issuer.server()
                        .last("GET", "/realms/staff/auth")
                        .orElseThrow()
                        .pathAndQuery())
                .contains("prompt=login", "code_challenge=");
    }

    @Test
    void an_address_that_was_not_verified_is_not_passed_on() {
        issuer.letIn(ANNA, "email", "director@x.example", "email_verified", false);
        new Browser(portal.url(), "nl").open("/me");
        assertThat(portal.service(Upstream.PEOPLE)
                        .last("POST", "/api/people/sign-ins")
                        .orElseThrow()
                        .body())
                .doesNotContain("director");
    }

    @Test
    void whom_the_issuer_revoked_is_signed_out() {
        issuer.letIn(ANNA);
        issuer.accessTokensLast(Duration.ofSeconds(30));
        Browser browser = new Browser(portal.url(), "nl");
        assertThat(browser.open("/me").statusCode()).isEqualTo(200);
        issuer.refuseRefresh();
        PEOPLE.remove(ANNA);
        assertThat(browser.open("/me").uri().getPath()).isEqualTo("/login/unknown");
        assertThat(browser.open("/settings").uri().getPath())
                .as("the session lets nobody in any more")
                .isEqualTo("/login/unknown");
    }

    @Test
    void logging_out_ends_the_session_at_the_issuer_with_the_issuers_own_token() throws Exception {
        issuer.letIn(ANNA);
        Browser browser = new Browser(portal.url(), "nl");
        HttpResponse<String> page = browser.open("/me");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + portal.url() + " "
                        + issuer.server().url());
        HttpResponse<String> out = browser.submit(page, "/logout", Map.of());
        assertThat(out.uri().toString()).startsWith(issuer.address() + "/leave");
        String hint = out.uri().getQuery().replaceAll(".*id_token_hint=([^&]+).*", "$1");
        assertThat(SignedJWT.parse(hint).getJWTClaimsSet().getSubject()).isEqualTo(ANNA);
    }

    @Test
    void an_api_callers_foreign_token_is_exchanged_and_never_reaches_a_service() throws Exception {
        portal.service(Upstream.PEOPLE).onJson("GET /api/people/me", "{}");
        issuer.letIn(ANNA);
        assertThat(get("/api/people/me", issuer.token("klimrek-api", JWSAlgorithm.RS384))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sent(Upstream.PEOPLE, "GET", "/api/people/me")
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo("p-anna");
        assertThat(get("/api/people/me", issuer.token("another-api", JWSAlgorithm.RS256))
                        .statusCode())
                .isEqualTo(401);
        issuer.letIn("stranger");
        assertThat(get("/api/people/me", issuer.token("klimrek-api", JWSAlgorithm.RS256))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/people/me", portal.issuer().accessTokenOf("p-anna", "EMPLOYEE"))
                        .statusCode())
                .as("of the demo's issuer")
                .isEqualTo(401);
        issuer.letIn("machine-1");
        assertThat(get("/api/people/me", issuer.token("klimrek-api", JWSAlgorithm.RS256))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sent(Upstream.PEOPLE, "GET", "/api/people/me")
                        .getJWTClaimsSet()
                        .getStringListClaim("roles"))
                .containsExactly("HR_SYSTEM");
    }

    @Test
    void a_token_of_the_portal_itself_opens_nothing_from_outside() throws Exception {
        issuer.letIn(ANNA);
        new Browser(portal.url(), "nl").open("/me");
        String inner = portal.service(Upstream.PEOPLE)
                .last("POST", "/api/people/sign-ins")
                .orElseThrow()
                .headers()
                .get("authorization");
        assertThat(get("/api/people/sign-ins", inner.substring("Bearer ".length()))
                        .statusCode())
                .isEqualTo(401);
    }

    private static SignedJWT sent(Upstream service, String method, String path) throws Exception {
        return SignedJWT.parse(portal.service(service)
                .last(method, path)
                .orElseThrow()
                .headers()
                .get("authorization")
                .substring("Bearer ".length()));
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.url() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
