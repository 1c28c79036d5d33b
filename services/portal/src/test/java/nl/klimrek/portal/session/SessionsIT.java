package nl.klimrek.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.RunningPortal;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Sessions outlive the portal's process, and end when their time is over. */
class SessionsIT {

    @Test
    void a_restart_signs_nobody_out() {
        String database;
        Browser anna;
        try (RunningPortal before = new RunningPortal(Map.of())) {
            database = before.bean(MongoOperations.class)
                    .getCollection("sessions")
                    .getNamespace()
                    .getDatabaseName();
            before.issuer().letIn("anna", "EMPLOYEE");
            anna = new Browser(before.url(), "nl");
            assertThat(anna.open("/journal").statusCode()).isEqualTo(200);
        }
        try (RunningPortal after = new RunningPortal(Map.of("spring.data.mongodb.database", database))) {
            after.issuer().letIn("somebody-else", "EMPLOYEE");
            assertThat(anna.at(after.url()).open("/journal").body()).contains("name=\"_csrf\"", "Logboek");
            assertThat(after.issuer().server().asked())
                    .as("nobody was asked to sign in")
                    .noneMatch(asked -> asked.pathAndQuery().contains("authorize"));
        }
    }

    @Test
    void a_session_of_another_version_that_cannot_be_read_only_asks_to_sign_in() {
        try (RunningPortal portal = new RunningPortal(Map.of())) {
            portal.issuer().letIn("anna", "EMPLOYEE");
            Browser anna = new Browser(portal.url(), "nl");
            anna.open("/journal");
            portal.bean(MongoOperations.class)
                    .updateMulti(new Query(), Update.update("attr", new byte[] {1, 2, 3}), "sessions");
            assertThat(anna.open("/journal").statusCode()).isEqualTo(200);
            assertThat(portal.issuer().server().asked().stream()
                            .filter(asked -> asked.pathAndQuery().contains("authorize")))
                    .hasSize(2);
        }
    }

    @Test
    void sessions_whose_time_is_over_are_removed() {
        try (RunningPortal portal = new RunningPortal(Map.of("server.servlet.session.timeout", "1s"))) {
            portal.issuer().letIn("anna", "EMPLOYEE");
            new Browser(portal.url(), "nl").open("/journal");
            MongoOperations store = portal.bean(MongoOperations.class);
            assertThat(store.count(new Query(), "sessions")).isPositive();
            org.awaitility.Awaitility.await().until(() -> {
                portal.bean(ExpiredSessionCleanup.class).remove();
                return store.count(new Query(), "sessions") == 0;
            });
        }
    }
}
