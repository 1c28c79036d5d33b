package nl.klimrek.acceptance.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import nl.klimrek.acceptance.browser.Chromium;
import nl.klimrek.testkit.service.TestPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People sign in, in a browser, at their organisation's own Keycloak. */
class KeycloakSignInIT {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static Chromium chromium;
    private static Keycloak keycloak;
    private static OwnIssuerPlatform platform;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        keycloak = new Keycloak(TestPort.free(), TestPort.free());
        platform = new OwnIssuerPlatform(
                TestPort.free(),
                TestPort.free(),
                Map.of(
                        "issuer",
                        keycloak.issuer(),
                        "client-id",
                        "klimrek-portal",
                        "client-secret",
                        "secret-of-the-portal",
                        "organisation",
                        "demo",
                        "claims.roles",
                        "employee_roles",
                        "roles.personnel-adviser",
                        "HR",
                        "audience",
                        "klimrek-api"));
        platform.employ("1", "Anna", "Lind", "anna@municipality.example", "2");
        platform.employ("2", "Bram", "Smit", "bram@municipality.example", null);
        platform.employ("3", "Hanneke", "Post", "hanneke@municipality.example", null);
        platform.employ("4", "Noor", "Vos", "noor@municipality.example", null);
        platform.employ("5", "Cas", "Echt", "cas@municipality.example", null);
        platform.employ("7", "Gijs", "Boom", "gijs@municipality.example", null);
        platform.employ("6", "Eva", "Dam", "eva@municipality.example", null);
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void employee_manager_and_hr_sign_in_and_get_their_own_pages() {
        assertThat(keycloak.subject("anna")).matches(UUID);
        try (BrowserContext context = chromium.context("en-GB", 1280)) {
            Page page = signIn(context, "anna");
            assertThat(page).hasURL(at("/me"));
            assertThat(page.locator("body")).containsText("Anna Lind");
            assertThat(page.locator("nav a[href='/team'], nav a[href='/hr']")).hasCount(0);
        }
        try (BrowserContext context = chromium.context("en-GB", 1280)) {
            Page page = signIn(context, "bram");
            assertThat(page.locator("a[href='/team']").first()).isAttached();
            assertThat(page.locator("a[href='/hr']")).hasCount(0);
        }
        try (BrowserContext context = chromium.context("nl-NL", 1280)) {
            Page page = signIn(context, "hanneke");
            page.navigate(platform.url() + "/hr/people");
            assertThat(page.locator("body")).containsText("Anna Lind");
            page.navigate(platform.url() + "/hr/people/sign-ins?linked=true");
            assertThat(page.locator("body")).containsText("anna@municipality.example");
        }
    }

    @Test
    void an_unknown_account_gets_instructions_and_signs_in_after_hr_links_it() {
        try (BrowserContext noor = chromium.context("nl-NL", 400);
                BrowserContext hr = chromium.context("en-GB", 1280)) {
            Page stranger = signIn(noor, "noor");
            assertThat(stranger).hasURL(platform.url() + "/login/unknown");
            assertThat(stranger.locator("h1")).hasText("We kennen je hier nog niet");

            Page page = signIn(hr, "hanneke");
            page.navigate(platform.url() + "/hr/people/sign-ins");
            var line = page.locator("li.card")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("noor@elsewhere.example"));
            line.locator("input[name=person]").fill("noor@municipality.example");
            line.locator("button[type=submit]").first().click();
            assertThat(page.locator("body")).containsText("The account is linked");

            stranger.locator("main a[href='/']").click();
            assertThat(stranger).hasURL(at("/me"));
        }
    }

    @Test
    void an_unverified_address_gives_no_access() {
        try (BrowserContext context = chromium.context("en-GB", 1280)) {
            assertThat(signIn(context, "impostor")).hasURL(platform.url() + "/login/unknown");
        }
    }

    @Test
    void a_changed_address_keeps_the_person_and_a_disabled_user_is_signed_out() {
        String before = person(keycloak.accessToken("gijs"));
        keycloak.changeEmail("gijs", "eva@municipality.example");
        assertThat(person(keycloak.accessToken("gijs"))).isEqualTo(before);
        try (BrowserContext context = chromium.context("en-GB", 1280)) {
            Page page = signIn(context, "gijs");
            assertThat(page.locator("body")).containsText("Gijs Boom");

            keycloak.disable("gijs");
            // Access tokens live for a minute, and the portal renews them when less than that is left.
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        page.navigate(platform.url() + "/me");
                        assertThat(page.url()).startsWith(keycloak.issuer());
                    });
            page.navigate(platform.url() + "/settings");
            assertThat(page.url()).as("nobody is signed in any more").startsWith(keycloak.issuer());
        }
    }

    @Test
    void logging_out_ends_the_session_at_keycloak_too() {
        try (BrowserContext context = chromium.context("en-GB", 1280)) {
            Page page = signIn(context, "anna");
            page.evaluate("document.querySelector(\"form[action='/logout']\").submit()");
            page.waitForURL(url -> url.startsWith(keycloak.issuer()));
            page.navigate(platform.url() + "/me");
            assertThat(page.locator("#password")).isVisible();
        }
    }

    /** The URL of a page, with or without a query. */
    private static Pattern at(String path) {
        return Pattern.compile("^" + platform.url().replace(".", "\\.") + path + "(\\?.*)?$");
    }

    private static String person(String token) {
        var answer = platform.get("/api/people/me", token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("(?s).*\"person\":\"([^\"]+)\".*", "$1");
    }

    private static Page signIn(BrowserContext context, String who) {
        Page page = context.newPage();
        page.navigate(platform.url() + "/me");
        page.locator("#username").fill(who);
        page.locator("#password").fill("password-of-" + who);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(platform.url()));
        return page;
    }
}
