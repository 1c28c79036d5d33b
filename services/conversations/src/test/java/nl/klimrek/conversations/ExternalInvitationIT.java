package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Inviting external coaches: what makes an invitation, how often, and that one command makes one. */
class ExternalInvitationIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma");

    @Test
    void the_same_command_invites_once() {
        TestClient emma = company.as("emma").withIdempotencyKey("twice-" + company.name);
        String body = ExternalTrack.body("twice" + company.name + "@coach.example", "'scope':'CONVERSATION'");
        String first =
                emma.post("/conversations/external-coaches", json(body)).ok().text("/coach");
        assertThat(emma.post("/conversations/external-coaches", json(body)).ok().text("/coach"))
                .isEqualTo(first);
        assertThat(company.as("emma")
                        .get("/conversations/external-coaches")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void what_makes_no_invitation_is_refused() {
        String today = Talk.day(0);
        for (String[] wrong : new String[][] {
            {"'scope':'TRACK'", "400 last-day-impossible"},
            {"'scope':'TRACK','lastDay':'" + Talk.day(400) + "'", "400 last-day-impossible"},
            {"'scope':'CONVERSATION','lastDay':'" + Talk.day(200) + "'", "400 last-day-impossible"},
            {"'scope':'CONVERSATION','lastDay':'" + Talk.day(-1) + "'", "400 last-day-impossible"},
            {
                "'scope':'CONVERSATION','lastDay':'" + today + "','windowUntil':'" + Talk.day(2) + "'",
                "400 last-day-impossible"
            },
            {"'scope':'CONVERSATION','windowFrom':'" + Talk.day(-1) + "'", "400 window-impossible"}
        }) {
            assertThat(invite("y@coach.example", wrong[0]).problem())
                    .as(wrong[0])
                    .isEqualTo(wrong[1]);
        }
        for (String email : List.of(
                "nobody", "a@b.example, c@d.example", "a@b.example\\r\\nBcc: c@d.example", "=?q?x?=@b.example")) {
            assertThat(invite(email, "'scope':'CONVERSATION'").problem())
                    .as(email)
                    .isEqualTo("400 email-impossible");
        }
    }

    @Test
    void new_links_and_invitations_are_limited() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String link = track.link(1);
        for (int renewal = 1; renewal <= 5; renewal++) {
            track.renew(link);
            track.link(1 + renewal);
        }
        track.renew(link);
        ConversationsUnderTest.runJob("externalCoachJob");
        assertThat(account(track)
                        .mailsDue(ConversationsUnderTest.clock().instant().plus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(ExternalMailbox.of(track.email)).hasSize(6);
        for (int more = 2; more <= 5; more++) {
            ExternalTrack.single(company, "emma");
        }
        TestClient again = company.as("emma").withIdempotencyKey("once-" + company.name);
        String body = ExternalTrack.body("more@coach.example", "'scope':'CONVERSATION'");
        assertThat(again.post("/conversations/external-coaches", json(body)).problem())
                .isEqualTo("429 external-coach-limit");
    }

    private HttpAnswer invite(String email, String more) {
        return company.as("emma").post("/conversations/external-coaches", json(ExternalTrack.body(email, more)));
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
}
