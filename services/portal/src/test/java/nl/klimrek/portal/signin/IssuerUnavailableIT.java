package nl.klimrek.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.ForeignIssuer;
import nl.klimrek.portal.fixture.KeyFiles;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.Test;

class IssuerUnavailableIT {

    @Test
    void the_portal_starts_while_the_issuer_is_away_or_another_and_signs_in_when_it_is_there() {
        KeyPair key = KeyFiles.pair("secp256r1");
        try (ForeignIssuer issuer = new ForeignIssuer()) {
            issuer.calls("https://another.example");
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
                            KeyFiles.with(key, key))
                    .forEach((name, value) -> settings.put("klimrek.portal.sign-in." + name, value));
            try (RunningPortal portal = new RunningPortal(settings)) {
                HttpResponse<String> page = new Browser(portal.url(), "en").open("/me");
                assertThat(page.uri().getPath()).isEqualTo("/login/away");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body())
                        .contains("Signing in is not possible for a moment")
                        .doesNotContain("??");
                issuer.calls(issuer.address());
                issuer.letIn("anna");
                portal.service(Upstream.PEOPLE).on("POST /api/people/sign-ins", FakeHttpService.json(503, "{}"));
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    new Browser(portal.url(), "en").open("/me");
                    assertThat(portal.service(Upstream.PEOPLE).last("POST", "/api/people/sign-ins"))
                            .as("asked whose sign-in it is")
                            .isPresent();
                });
                assertThat(new Browser(portal.url(), "en").open("/me").uri().getPath())
                        .as("people is away")
                        .isEqualTo("/login/away");
            }
        }
    }
}
