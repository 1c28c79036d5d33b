package nl.klimrek.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityServiceIT {

    private static final String CALLBACK = RunningIdentity.PUBLIC + "/login/oauth2/code/klimrek";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-long";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        RunningIdentity.list("demo/p-anna", """
                {"person":"p-anna","givenName":"Anna","familyName":"de Vries","email":"anna@demo.example",
                 "language":"en","later":{"field":1}}""");
        RunningIdentity.list("demo/p-broken", "no json");
        RunningIdentity.list("sample/p-wilson", """
                {"person":"p-wilson","givenName":"Wilson","familyName":"A","email":"w@sample.example"}""");
        identity = new RunningIdentity(data);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> identity.get("/identity/health/ready").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void discovery_tells_only_addresses_under_the_issuer() throws Exception {
        JsonNode discovery = JSON.readTree(
                identity.get("/identity/.well-known/openid-configuration").body());

        assertThat(discovery.path("issuer").asText()).isEqualTo(RunningIdentity.ISSUER);
        for (String endpoint : new String[] {"authorization", "token", "userinfo", "end_session"}) {
            assertThat(discovery.path(endpoint + "_endpoint").asText()).startsWith(RunningIdentity.ISSUER + "/");
        }
        assertThat(discovery.path("jwks_uri").asText()).isEqualTo(RunningIdentity.ISSUER + "/oauth2/jwks");
    }

    @Test
    void a_person_logs_in_with_a_code_refreshes_and_logs_out() throws Exception {
        JsonNode tokens = login("anna", identity.secrets.password("anna"));
        SignedJWT access = verified(tokens.path("access_token").asText());
        SignedJWT id = verified(tokens.path("id_token").asText());

        assertThat(access.getJWTClaimsSet().getSubject()).isEqualTo("p-anna");
        assertThat(access.getJWTClaimsSet().getAudience()).containsExactly("klimrek");
        assertThat(access.getJWTClaimsSet().getStringClaim("org")).isEqualTo("demo");
        assertThat(access.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("EMPLOYEE");
        assertThat(access.getJWTClaimsSet().getStringClaim("locale")).isEqualTo("en");
        assertThat(tokens.path("expires_in").asInt()).isBetween(890, 900);
        assertThat(id.getJWTClaimsSet().getAudience()).containsExactly("portal");
        assertThat(id.getJWTClaimsSet().getStringClaim("name")).isEqualTo("Anna de Vries");

        var userInfo = identity.withBearer(
                "/identity/userinfo", tokens.path("access_token").asText());
        assertThat(JSON.readTree(userInfo.body()).path("sub").asText()).isEqualTo("p-anna");

        JsonNode refreshed = JSON.readTree(identity.token(
                        "portal",
                        portalSecret(),
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                tokens.path("refresh_token").asText()))
                .body());
        assertThat(verified(refreshed.path("access_token").asText())
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo("p-anna");

        var logout = identity.get("/identity/connect/logout?id_token_hint="
                + refreshed.path("id_token").asText() + "&post_logout_redirect_uri="
                + RunningIdentity.encode(RunningIdentity.PUBLIC + "/"));
        assertThat(logout.headers().firstValue("Location")).contains(RunningIdentity.PUBLIC + "/");
        assertThat(authorize().headers().firstValue("Location")).contains(RunningIdentity.ISSUER + "/login");
    }

    @Test
    void an_outsider_logs_in_without_being_in_the_roster() throws Exception {
        JsonNode tokens = login("auditor@sample", identity.secrets.password("auditor@sample"));

        var claims = verified(tokens.path("access_token").asText()).getJWTClaimsSet();
        assertThat(claims.getStringClaim("org")).isEqualTo("sample");
        assertThat(claims.getStringListClaim("roles")).containsExactly("AUDITOR");
        assertThat(claims.getSubject()).isNotBlank();
        identity.get("/identity/connect/logout?id_token_hint="
                + tokens.path("id_token").asText());
    }

    @Test
    void a_wrong_password_is_refused_and_soon_slowed_down() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(typed("coach", "guess-" + i)).contains("refused=WRONG");
        }
        String closed = typed("coach", identity.secrets.password("coach"));
        assertThat(closed).contains("refused=CLOSED");
        assertThat(identity.get(closed + "&lang=nl").body())
                .contains("lang=\"nl\"", "Te veel pogingen")
                .doesNotContain("??");
        assertThat(identity.get(closed + "&lang=en").body()).contains("lang=\"en\"", "Too many attempts");
    }

    @Test
    void an_account_whose_facts_have_not_come_yet_is_told_so_until_they_come() throws Exception {
        assertThat(typed("bram", identity.secrets.password("bram"))).contains("refused=UNLISTED");

        var early = cli(Map.of("person", "bram"));
        assertThat(early.path("error").asText()).isEqualTo("invalid_request");
        assertThat(early.path("error_description").asText()).contains("has not sent this person");

        RunningIdentity.list("demo/p-bram", "{\"person\":\"p-bram\",\"email\":\"bram@demo.example\"}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> cli(Map.of("person", "bram")).has("access_token"));

        RunningIdentity.list("demo/p-bram", null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> cli(Map.of("person", "bram")).has("error"));
    }

    @Test
    void the_command_line_acts_for_a_person_of_any_organisation_served() throws Exception {
        assertThat(claim(cli(Map.of("person", "anna")), "sub")).isEqualTo("p-anna");
        assertThat(claim(cli(Map.of("person", "hr", "organisation", "sample")), "org"))
                .isEqualTo("sample");
        assertThat(claim(cli(Map.of("person", "w@sample.example", "organisation", "sample")), "sub"))
                .isEqualTo("p-wilson");
        assertThat(cli(Map.of("person", "p-wilson")).path("error").asText()).isEqualTo("invalid_request");
        assertThat(cli(Map.of("person", "hr", "organisation", "other"))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_request");
        assertThat(cli(Map.of()).path("error_description").asText()).contains("person");
    }

    @Test
    void an_hr_system_is_bound_to_its_organisation_whatever_it_asks() throws Exception {
        JsonNode tokens = JSON.readTree(identity.token(
                        "hr-system@sample",
                        identity.secrets.client("hr-system@sample"),
                        Map.of("grant_type", "client_credentials", "organisation", "demo", "person", "anna"))
                .body());

        assertThat(claim(tokens, "sub")).isEqualTo("hr-system");
        assertThat(claim(tokens, "org")).isEqualTo("sample");
        assertThat(claim(tokens, "roles")).isEqualTo("[HR_SYSTEM]");
    }

    @Test
    void a_wrong_client_secret_is_refused() throws Exception {
        var refused = identity.token("demo-cli", "guess", Map.of("grant_type", "client_credentials", "person", "anna"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(refused.body()).path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier() throws Exception {
        String code = code("anna", identity.secrets.password("anna"));

        var refused = identity.token(
                "portal",
                portalSecret(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER + "x"));
        assertThat(JSON.readTree(refused.body()).path("error").asText()).isEqualTo("invalid_grant");
    }

    private static JsonNode login(String name, String password) throws Exception {
        String code = code(name, password);
        return JSON.readTree(identity.token(
                        "portal",
                        portalSecret(),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                CALLBACK,
                                "code_verifier",
                                VERIFIER))
                .body());
    }

    private static String code(String name, String password) throws Exception {
        String location = authorize().headers().firstValue("Location").orElseThrow();
        if (location.equals(RunningIdentity.ISSUER + "/login")) {
            location = identity.get(typed(name, password))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
        assertThat(location).startsWith(CALLBACK + "?code=").contains("state=s-1");
        return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static HttpResponse<String> authorize() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return identity.get("/identity/oauth2/authorize?response_type=code&client_id=portal&scope=openid%20profile"
                + "&state=s-1&nonce=n-1&code_challenge_method=S256&redirect_uri=" + RunningIdentity.encode(CALLBACK)
                + "&code_challenge=" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /** Fills in the login page as it is; where it leads. */
    private static String typed(String name, String password) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(identity.get("/identity/login").body());
        assertThat(csrf.find()).isTrue();
        return identity.post("/identity/login", Map.of("username", name, "password", password, "_csrf", csrf.group(1)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static JsonNode cli(Map<String, String> asked) throws Exception {
        Map<String, String> form = new HashMap<>(asked);
        form.put("grant_type", "client_credentials");
        return JSON.readTree(identity.token("demo-cli", identity.secrets.client(SecretStore.DEMO_CLI), form)
                .body());
    }

    private static String claim(JsonNode tokens, String name) throws Exception {
        return String.valueOf(
                verified(tokens.path("access_token").asText()).getJWTClaimsSet().getClaim(name));
    }

    private static SignedJWT verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(identity.get("/identity/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(key).isNotNull();
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(RunningIdentity.ISSUER);
        return jwt;
    }

    private static String portalSecret() {
        return identity.secrets.client(SecretStore.PORTAL);
    }
}
