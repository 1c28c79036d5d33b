package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.acceptance.RunningPlatform;

/** Somebody at a browser of their own, who finds everything by what it is called in Dutch. */
final class Person implements AutoCloseable {
    private static final AtomicInteger PROPOSALS = new AtomicInteger();

    final BrowserContext context;
    final Page page;
    private final RunningPlatform platform;
    private final AtomicInteger loads = new AtomicInteger();

    private Person(RunningPlatform platform, BrowserContext context, Page page) {
        this.platform = platform;
        this.context = context;
        this.page = page;
        page.onDOMContentLoaded(shown -> loads.incrementAndGet());
    }

    static Person signedIn(RunningPlatform platform, Chromium chromium, String name) {
        return signedIn(platform, chromium, name, true);
    }

    static Person signedIn(RunningPlatform platform, Chromium chromium, String name, boolean scripts) {
        BrowserContext context = chromium.context(new Browser.NewContextOptions()
                .setLocale("nl")
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(scripts));
        return new Person(platform, context, Chromium.signedIn(platform, context, name));
    }

    /** Another tab of the same browser. */
    Person tab() {
        return new Person(platform, context, context.newPage());
    }

    Person at(String path) {
        page.navigate(platform.url(path));
        return this;
    }

    /** Opens a page again until it says something: what another service announced arrives a moment later. */
    Person until(String path, String words) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .pollInterval(java.time.Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(at(path).page.locator("main").innerText())
                        .as(path)
                        .contains(words));
        return this;
    }

    String path() {
        return page.url().substring(platform.url("").length());
    }

    /** Unfolds what is folded under this heading, unless it is open. */
    Person unfolds(String summary) {
        Locator fold = seen(page.locator("main details > summary", new Page.LocatorOptions().setHasText(summary)));
        if (fold.locator("xpath=..").getAttribute("open") == null) {
            fold.click();
        }
        return this;
    }

    Person writes(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Types as a person does, and waits until the draft with these words is kept. */
    Person types(String label, String text) {
        page.waitForResponse(
                kept -> kept.url().endsWith("/drafts")
                        && URLDecoder.decode(
                                        Objects.requireNonNullElse(
                                                kept.request().postData(), ""),
                                        StandardCharsets.UTF_8)
                                .contains(text),
                () -> field(label).pressSequentially(text));
        return this;
    }

    Person chooses(String label, String option) {
        field(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    Person ticks(String label) {
        field(label).check();
        return this;
    }

    /** Sends a form, and waits for the page that answers. */
    Person presses(String button) {
        return answered(() -> button(button).click());
    }

    Person follows(String link) {
        return answered(() -> seen(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)))
                .click());
    }

    /** Does what leads to another page, and waits until that page is there. */
    Person answered(Runnable step) {
        int before = loads.get();
        step.run();
        page.waitForCondition(() -> loads.get() > before);
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    Locator field(String label) {
        return seen(page.locator("main").getByLabel(label).and(page.locator("input, textarea, select")));
    }

    Locator button(String name) {
        return seen(page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name)));
    }

    /** Whether a button with this name can be pressed. */
    boolean maySay(String name) {
        return page.locator("main")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                        .count()
                > 0;
    }

    /** What the page says happened; empty when it says nothing. */
    String told() {
        Locator told = page.locator(".told");
        return told.count() == 0 ? "" : told.first().innerText();
    }

    /** What the page's own part says. */
    String reads() {
        return page.locator("main").innerText();
    }

    /** The part of the journal's page with somebody's own steps. */
    String steps() {
        return page.locator("section[aria-labelledby=steps]").innerText();
    }

    /** The link to what follows there; none on the last page. */
    Locator onward() {
        return page.locator("section[aria-labelledby=steps]")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Verder"));
    }

    private boolean mayUnfold(String what) {
        return page.locator("main details:not([open]) > summary")
                        .filter(new Locator.FilterOptions().setHasText(what).setVisible(true))
                        .count()
                > 0;
    }

    /**
     * Proposes an hour of the first day from then on that suits both, also in place of a moment that is on the table. Each
     * proposal of this JVM has another hour.
     */
    Person proposes(int daysAhead) {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(daysAhead);
        proposes(day, "%02d:00".formatted(9 + PROPOSALS.getAndIncrement() % 8));
        for (int later = 1; later < 7 && maySay("Stel het toch voor"); later++) {
            writes("Welke dag?", day.plusDays(later).toString()).presses("Stel het toch voor");
        }
        return this;
    }

    /** Proposes this moment, whether it suits or not. */
    Person proposes(LocalDate day, String hour) {
        if (mayUnfold("Een ander moment, of het past niet")) {
            unfolds("Een ander moment, of het past niet");
        }
        return writes("Welke dag?", day.toString()).writes("Hoe laat?", hour).presses("Stel dit moment voor");
    }

    /** Asks one's manager for a talk; gives its path. */
    String asksForATalk(String kind) {
        at("/conversations/ask").ticks(kind).presses("Vraag dit gesprek aan");
        if (maySay("Vraag het toch aan")) {
            presses("Vraag het toch aan");
        }
        return path();
    }

    /** Asks for so many hours to learn in; gives the request's id. */
    String asksForHours(String what, String hours) {
        at("/budgets/ask")
                .writes("Waar is het voor?", what)
                .writes("Hoeveel uur uit", hours)
                .writes(
                        "Wanneer heb je het nodig?",
                        LocalDate.now(ZoneId.of("Europe/Amsterdam"))
                                .plusDays(20)
                                .toString())
                .presses("Vraag dit aan");
        return path().substring("/budgets/requests/".length());
    }

    /** Writes a goal down; gives its path. */
    String writesAGoal(String title) {
        at("/plan/goals/new").writes("Wat wil je bereiken?", title).presses("Bewaar dit doel");
        return at("/plan").follows(title).path();
    }

    private static Locator seen(Locator any) {
        return any.filter(new Locator.FilterOptions().setVisible(true)).first();
    }

    @Override
    public void close() {
        context.close();
    }
}
