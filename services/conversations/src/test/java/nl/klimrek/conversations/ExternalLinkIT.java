package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.contracts.conversations.ExternalCoachMail;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalInvitation;
import nl.klimrek.conversations.externalcoach.ExternalSecret;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** The links of external coaches: each works once, for one account, and a refusal tells nothing. */
class ExternalLinkIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma");

    @Test
    void a_link_that_was_used_is_forged_or_of_another_organisation_is_refused_alike() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String link = track.link(1);
        track.in(link);
        ExternalTrack elsewhere = ExternalTrack.single(new Company().joins(null, "emma"), "emma");
        String moved = renamed(elsewhere.link(1), company.name);
        for (String bad : List.of(
                link,
                ExternalSecret.fresh(Key.of(company.organisation(), track.coach))
                        .value(),
                ExternalSecret.fresh(Key.of(company.organisation(), "emma")).value(),
                ExternalSecret.fresh(Key.of(company.organisation(), "ext-never"))
                        .value(),
                moved,
                "",
                "not a link",
                Base64.getUrlEncoder().encodeToString(new byte[40]))) {
            for (HttpAnswer answer : List.of(track.check(bad), track.signIn(bad), track.decline(bad))) {
                assertThat(answer.problem()).isEqualTo("404 link-unknown");
                assertThat(answer.text("/title")).isEqualTo("This link does not work any more");
            }
            assertThat(track.renew(bad).status()).isEqualTo(202);
        }
        assertThat(track.signIn("x".repeat(ExternalSecret.MAX_LENGTH + 1)).status())
                .isEqualTo(400);
    }

    @Test
    void the_terms_come_first_and_looking_at_a_link_uses_nothing_up() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String link = track.link(1);
        TestClient anonymous = ConversationsUnderTest.SERVICE.anonymous().below("/api");
        assertThat(anonymous
                        .post("/conversations/external-links/sessions", json("{'link':'" + link + "','terms':false}"))
                        .problem())
                .isEqualTo("409 terms-not-accepted");
        assertThat(track.check(link).status()).isEqualTo(200);
        assertThat(track.check(link).status()).isEqualTo(200);
        assertThat(track.signIn(link).status()).isEqualTo(201);
    }

    @Test
    void who_declines_is_out_at_once_and_the_employee_sees_why() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String link = track.link(1);
        assertThat(track.decline(link).status()).isEqualTo(204);
        assertThat(track.decline(link).problem()).isEqualTo("404 link-unknown");
        assertThat(track.signIn(link).problem()).isEqualTo("404 link-unknown");
        assertThat(track.renew(link).status()).isEqualTo(202);
        ConversationsUnderTest.SERVICE.awaitSettled();
        JsonNode seen = track.employee
                .get("/conversations/external-coaches")
                .ok()
                .json()
                .at("/items/0");
        assertThat(seen.path("status").asText()).isEqualTo("ENDED");
        assertThat(seen.path("endReason").asText()).isEqualTo("DECLINED");
        assertThat(track.employee.get("/conversations/" + track.talk.id).ok().text("/cancelled"))
                .isEqualTo("COACH_ENDED");
    }

    @Test
    void who_accepted_declines_no_more_with_a_later_link() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String first = track.link(1);
        track.in(first);
        assertThat(track.renew(first).status()).isEqualTo(202);
        String later = track.link(2);
        assertThat(track.decline(later).problem()).isEqualTo("404 link-unknown");
        assertThat(track.signIn(later).status()).isEqualTo(201);
    }

    @Test
    void one_of_many_who_use_a_link_at_once_gets_in() throws Exception {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String link = track.link(1);
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tries.add(() -> track.signIn(link).status());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : many.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(201, 404).containsOnlyOnce(201);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void a_session_is_for_its_own_conversation_and_no_other() {
        ExternalTrack one = ExternalTrack.single(company, "emma");
        ExternalTrack other = ExternalTrack.single(company, "emma");
        TestClient imane = one.in();
        assertThat(one.talk.seenBy(imane).status()).isEqualTo(200);
        assertThat(other.talk.seenBy(imane).problem()).isEqualTo("403 forbidden");
        String team = company.as("emma")
                .post("/conversations", json("{'type':'DEVELOPMENT'}"))
                .ok()
                .text("/id");
        assertThat(imane.get("/conversations/" + team).problem()).isEqualTo("403 forbidden");
        for (String closed : List.of("/conversations/coaches", "/conversations/busy", "/cycles", "/questions")) {
            assertThat(imane.get(closed).problem()).as(closed).isEqualTo("403 forbidden");
        }
        assertThat(imane.post("/conversations", json("{'type':'CAREER','employee':'emma'}"))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(company.as(one.coach, Role.EXTERNAL_COACH)
                        .get("/conversations")
                        .problem())
                .as("no issuer speaks for an external coach")
                .isEqualTo("401 token-invalid");
        assertThat(one.withToken("ext.forged").get("/conversations").problem()).isEqualTo("401 token-invalid");
    }

    @Test
    void an_instance_that_ends_before_it_notes_a_message_sends_another_and_both_links_work_once() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String first = track.link(1);
        Key key = Key.of(company.organisation(), track.coach);
        ConversationsUnderTest.SERVICE.awaitSettled();
        // As if it had sent this link and had ended before it noted the message.
        ExternalSecret lost = ExternalSecret.fresh(key);
        assertThat(track.renew(first).status()).isEqualTo(202);
        accounts()
                .handle(
                        key,
                        MessageContext.system("test"),
                        found -> found.orElseThrow()
                                .addLink(
                                        ExternalCoachMail.INVITATION,
                                        lost.hash(),
                                        ConversationsUnderTest.clock().instant()));
        String second = track.link(2);
        assertThat(List.of(first, second)).doesNotHaveDuplicates();
        for (String link : List.of(lost.value(), second)) {
            assertThat(track.signIn(link).status()).isEqualTo(201);
            assertThat(track.signIn(link).problem()).isEqualTo("404 link-unknown");
        }
    }

    @Test
    void an_account_without_its_conversation_gets_it_by_the_event() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        ExternalCoach account = account(track);
        String coach = ExternalCoachId.of(UUID.randomUUID().toString());
        accounts()
                .handle(
                        Key.of(company.organisation(), coach),
                        MessageContext.command("emma", coach, "as if the instance ended here"),
                        found -> ExternalCoach.invited(
                                coach,
                                invitation(account, "c-" + coach),
                                Optional.ofNullable(account.contact()).orElseThrow()));
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() -> assertThat(company.as("emma")
                                .get("/conversations/c-" + coach)
                                .status())
                        .isEqualTo(200));
    }

    private static ExternalInvitation invitation(ExternalCoach account, String conversation) {
        var from = account.invitation();
        return new ExternalInvitation(
                from.employee(),
                from.scope(),
                conversation,
                from.windowFrom(),
                from.windowUntil(),
                from.lastDay(),
                from.endsAt(),
                from.at());
    }

    private ExternalCoach account(ExternalTrack track) {
        return accounts()
                .find(Key.of(company.organisation(), track.coach))
                .map(Versioned::state)
                .orElseThrow();
    }

    private static AggregateStore<ExternalCoach> accounts() {
        return ConversationsUnderTest.SERVICE.store("externalCoachStore");
    }

    /** The same secret with another organisation in front. */
    private static String renamed(String link, String organisation) {
        ExternalSecret secret = ExternalSecret.read(link).orElseThrow();
        return new ExternalSecret(
                        Key.parse(organisation + "/" + secret.account().id()), secret.random())
                .value();
    }
}
