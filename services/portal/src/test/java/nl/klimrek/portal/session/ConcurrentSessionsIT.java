package nl.klimrek.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

/** Requests of one browser at the same time: what one of them changes in the session, the others leave as it is. */
class ConcurrentSessionsIT {
    private static RunningPortal portal;
    private static ConcurrentSessionRepository sessions;
    private String id;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        sessions = portal.bean(ConcurrentSessionRepository.class);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void oneSession() {
        RequestSession session = sessions.createSession();
        session.setAttribute("who", "anna");
        sessions.save(session);
        id = session.getId();
    }

    @Test
    void a_request_that_changes_nothing_undoes_nothing() {
        RequestSession slow = read();
        RequestSession form = read();
        form.setAttribute("message", "saved");
        form.removeAttribute("who");
        sessions.save(form);
        sessions.save(slow);
        assertThat(read().<String>getAttribute("message")).isEqualTo("saved");
        assertThat(read().getAttributeNames()).containsExactly("message");
    }

    @Test
    void what_two_requests_change_is_all_kept() {
        RequestSession one = read();
        RequestSession other = read();
        one.setAttribute("one", 1);
        other.setAttribute("other", 2);
        sessions.save(one);
        sessions.save(other);
        assertThat(read().getAttributeNames()).containsExactlyInAnyOrder("who", "one", "other");
    }

    @Test
    void many_requests_at_once_lose_no_change() throws Exception {
        int requests = 16;
        CountDownLatch all = new CountDownLatch(requests);
        ExecutorService threads = Executors.newFixedThreadPool(requests);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                String name = "of-" + i;
                done.add(threads.submit(() -> {
                    RequestSession session = read();
                    session.setAttribute(name, name);
                    all.countDown();
                    all.await();
                    sessions.save(session);
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(read().getAttributeNames()).hasSize(requests + 1);
    }

    @Test
    void a_session_that_ended_is_not_brought_back_by_a_request_that_was_under_way() {
        RequestSession reading = read();
        RequestSession changing = read();
        changing.setAttribute("message", "saved");
        sessions.deleteById(id);
        sessions.save(reading);
        sessions.save(changing);
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void the_session_of_before_a_sign_in_ends_and_no_request_under_way_brings_it_back() {
        RequestSession other = read();
        other.setAttribute("message", "late");
        RequestSession signingIn = read();
        String after = signingIn.changeSessionId();
        sessions.save(signingIn);
        sessions.save(other);
        assertThat(sessions.findById(id)).isNull();
        assertThat(Objects.requireNonNull(sessions.findById(after)).<String>getAttribute("who"))
                .isEqualTo("anna");
    }

    @Test
    void two_forms_at_once_have_a_message_each_that_is_shown_once() {
        SessionMessages messages = new SessionMessages();
        MockHttpServletRequest browser = new MockHttpServletRequest("GET", "/plan");
        send(messages, browser, "/plan", "first");
        send(messages, browser, "/me", "second");
        assertThat(shown(messages, browser, "/me")).isEqualTo("second");
        assertThat(shown(messages, browser, "/me")).isNull();
        assertThat(shown(messages, browser, "/plan")).isEqualTo("first");
        assertThat(Objects.requireNonNull(browser.getSession())
                        .getAttributeNames()
                        .hasMoreElements())
                .isFalse();
    }

    @Test
    void a_form_has_its_message_although_an_older_request_ends_after_it() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FakeHttpService.Answer none = FakeHttpService.json(200, "{\"items\":[],\"next\":null}");
        portal.service(Upstream.REMINDERS)
                .on("GET /api/reminders", none)
                .onJson("GET /api/reminders/settings", "{\"groups\":[]}")
                .onJson("PUT /api/reminders/settings", "{}");
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        HttpResponse<String> page = browser.open("/settings/reminders");
        portal.service(Upstream.REMINDERS).on("GET /api/reminders", exchange -> {
            asked.countDown();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            none.to(exchange);
        });
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<HttpResponse<String>> slow = other.submit(() -> browser.open("/settings"));
            asked.await();
            Map<String, String> fields = Map.of("_form", "prompts", "_at", "/settings/reminders", "key", "k");
            HttpResponse<String> sent = browser.submitOnly(page, "/settings/reminders", fields);
            assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/settings/reminders");
            portal.service(Upstream.REMINDERS).on("GET /api/reminders", none);
            go.countDown();
            assertThat(slow.get().statusCode()).isEqualTo(200);
        } finally {
            go.countDown();
            other.shutdownNow();
        }
        assertThat(browser.open("/settings/reminders").body()).contains("Je keuzes zijn bewaard.");
        assertThat(browser.open("/settings/reminders").body()).doesNotContain("Je keuzes zijn bewaard.");
    }

    @Test
    void a_draft_in_the_background_after_the_session_changed_is_no_form_that_somebody_sent() throws Exception {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/settings");
        HttpResponse<String> answer = HttpClient.newBuilder()
                .cookieHandler(browser.cookies())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.url() + "/drafts"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("HX-Request", "true")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "_csrf=old&_by=anna&_at=/settings&_form=f&what=words"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.open("/settings").body()).doesNotContain("Je sessie was verlopen");
    }

    private static void send(SessionMessages messages, MockHttpServletRequest browser, String path, String text) {
        FlashMap message = new FlashMap();
        message.put("done", text);
        message.setTargetRequestPath(path);
        messages.saveOutputFlashMap(message, browser, new MockHttpServletResponse());
    }

    private static @Nullable Object shown(SessionMessages messages, MockHttpServletRequest browser, String path) {
        browser.setRequestURI(path);
        FlashMap message = messages.retrieveAndUpdate(browser, new MockHttpServletResponse());
        return message == null ? null : message.get("done");
    }

    private RequestSession read() {
        return Objects.requireNonNull(sessions.findById(id));
    }
}
