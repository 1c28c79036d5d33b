package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much waits for a person, as a number and as a stream. */
class LiveCountIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Stream<String>> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Stream::close);
    }

    @Test
    void a_stream_tells_the_count_as_it_changes_to_its_person_alone() {
        List<String> anna = stream(ANNA);
        List<String> bram = stream(BRAM);
        await().atMost(Reminders.TIMEOUT).untilAsserted(() -> assertThat(anna).contains("data:0"));
        Instant beforeFive = service.toNextMonday("16:45");
        ConversationFixture talk = office.talk();
        talk.invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30)));
        office.awaitPrompt(ANNA);
        await().atMost(Reminders.TIMEOUT).untilAsserted(() -> assertThat(anna).contains("data:1"));
        assertThat(office.get(ANNA, "/count", "en").json().path("waiting").asInt())
                .isEqualTo(1);
        // The notice of the cancellation waits for the next morning; until then nothing waits for Anna.
        service.advanceTo(beforeFive.plus(Duration.ofMinutes(20)));
        talk.cancel();
        await().atMost(Reminders.TIMEOUT)
                .untilAsserted(() -> assertThat(anna.subList(anna.indexOf("data:1"), anna.size()))
                        .contains("data:0"));
        assertThat(bram).doesNotContain("data:1");
    }

    @Test
    void a_person_has_a_bounded_number_of_streams() {
        for (int i = 0; i < 6; i++) {
            stream(ANNA);
        }
        assertThat(answer(ANNA).statusCode()).isEqualTo(429);
        assertThat(answer(BRAM).statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_token_there_is_no_stream() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri()).header("Klimrek-Stream", "count").build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
    }

    private List<String> stream(String person) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Stream<String> body = answer(person).body();
        Thread reader = new Thread(() -> body.forEach(lines::add), "reads a stream");
        reader.setDaemon(true);
        reader.setUncaughtExceptionHandler((thread, closed) -> lines.add("closed"));
        reader.start();
        return lines;
    }

    private HttpResponse<Stream<String>> answer(String person) {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("Authorization", "Bearer " + TestTokens.token(person, office.organisation, Role.EMPLOYEE))
                .header("Klimrek-Stream", "count")
                .build();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            open.add(answer.body());
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private URI uri() {
        return URI.create(service.service().address() + "/api/reminders/count");
    }
}
