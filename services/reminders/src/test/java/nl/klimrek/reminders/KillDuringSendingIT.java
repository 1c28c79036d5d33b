package nl.klimrek.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.backend.TopicAdmin;
import nl.klimrek.testkit.events.EventPublisher;
import nl.klimrek.testkit.events.TopicReader;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import nl.klimrek.testkit.service.TestClock;
import nl.klimrek.testkit.service.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while it sends to twelve people. SMTP cannot tell a sender that died whether its message was accepted,
 * so such a message goes out again, under the same Message-ID. Every other one goes out once.
 */
@ExtendWith(NoSecondAttempt.class)
class KillDuringSendingIT {

    private static final int PEOPLE = 12;
    private static final Duration START = Duration.ofMinutes(4);
    private static final LocalDate LONG_AGO = LocalDate.parse("2011-07-05");

    /** The longest delay between an event and its prompt: nothing is sent while the prompts are made. */
    private static final Duration DEBOUNCE = Duration.ofMinutes(10);

    private final Backend backend = Backend.embeddedWithItsOwnBroker();
    private final String database = backend.freshDatabase();
    private final String organisation = "org-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    @Test
    void each_of_twelve_due_prompts_goes_out_and_only_an_unanswered_message_goes_out_again() throws Exception {
        Duration due = DEBOUNCE.plusMinutes(1);
        try (HoldingMailServer first = HoldingMailServer.answering(3);
                HoldingMailServer second = HoldingMailServer.answering(PEOPLE)) {
            scheduleAll(first);
            try (RemindersProcess killed = start("killed", due, Duration.ZERO, first)) {
                await().atMost(START)
                        .untilAsserted(() ->
                                assertThat(first.held()).as(killed::lastLines).isGreaterThanOrEqualTo(3));
            }
            // The claims of the process that died have ended.
            try (RemindersProcess next = start("next", due.plusMinutes(5), Duration.ZERO, second)) {
                await().atMost(START)
                        .untilAsserted(
                                () -> assertThat(sent()).as(next::lastLines).hasSize(PEOPLE));
            }

            assertThat(sent().values()).as("prompts recorded as sent").containsOnly(1);
            assertThat(first.messages()).as("before the kill").hasSizeBetween(6, 11);
            assertThat(second.messages()).as("after it").hasSizeBetween(4, PEOPLE);
            assertThat(people()).allSatisfy(person -> {
                List<String> ids = Stream.of(first, second)
                        .flatMap(server -> server.messages().getOrDefault(person, List.of()).stream())
                        .toList();
                assertThat(ids).as("messages to %s", person).hasSizeBetween(1, 2);
                assertThat(ids).as("their ids").containsOnly(ids.get(0));
                assertThat(second.messages().getOrDefault(person, List.of()))
                        .as("messages to %s after the kill", person)
                        .hasSizeLessThanOrEqualTo(1);
            });
        }
    }

    /** Makes twelve prompts, due in ten minutes, and ends the process that did. */
    private void scheduleAll(HoldingMailServer mailServer) {
        try (TopicAdmin topics = new TopicAdmin(backend.bootstrapServers())) {
            topics.createTopicsOf(RemindersService.NAME);
            publishAll();
            try (RemindersProcess first = start("first", Duration.ZERO, DEBOUNCE, mailServer)) {
                await().atMost(START)
                        .untilAsserted(() ->
                                assertThat(scheduled()).as(first::lastLines).hasSize(PEOPLE));
                assertThat(mailServer.messages()).isEmpty();
                await().atMost(START)
                        .until(() -> topics.hasCommitted(
                                RemindersService.NAME,
                                topics.endOffsets(List.of(
                                        Topics.PEOPLE, Topics.DIRECTORY, Topics.CONVERSATIONS, Topics.REMINDERS))));
            }
        }
    }

    private void publishAll() {
        EventPublisher publisher = EventPublisher.to(backend.bootstrapServers());
        for (String person : people()) {
            publisher.publish(organisation, joined(person));
            publisher.publish(organisation, listed(person));
        }
        Instant slot = TestClock.running().instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        for (String person : people()) {
            publisher.publish(
                    organisation,
                    new ConversationInvited(
                            "c-" + person, person, "boss", Side.COUNTERPART, slot, slot.plus(Duration.ofHours(1))));
        }
    }

    private static PersonJoined joined(String person) {
        return new PersonJoined(
                person,
                null,
                "boss",
                null,
                ContractKind.PERMANENT,
                2160,
                List.of(Weekday.MON),
                "nl",
                "Europe/Amsterdam",
                LONG_AGO,
                null,
                null,
                null,
                LONG_AGO);
    }

    private static PersonListed listed(String person) {
        return new PersonListed(
                person,
                "Anna",
                "Achternaam",
                person + "@klimrek.example",
                "nl",
                "Europe/Amsterdam",
                "0123456789abcdef0123456789abcdef");
    }

    private RemindersProcess start(String name, Duration ahead, Duration debounce, HoldingMailServer mailServer) {
        Map<String, Object> settings = new HashMap<>(TestTokens.properties());
        settings.put("server.port", 0);
        settings.put("spring.kafka.bootstrap-servers", backend.bootstrapServers());
        settings.put("spring.data.mongodb.uri", backend.mongoUri());
        settings.put("spring.data.mongodb.database", database);
        settings.put("klimrek.store.schema", "create");
        settings.put("klimrek.eventing.sweep-every", "1s");
        settings.put("klimrek.reminders.around-the-clock." + organisation, true);
        settings.put("klimrek.reminders.settle", debounce.toSeconds() + "s");
        settings.put("klimrek.reminders.look-every", "1s");
        settings.put("spring.mail.port", mailServer.port());
        // A message that is held must not time out before the process is killed.
        settings.put("spring.mail.properties.mail.smtp.timeout", START.toMillis());
        return RemindersProcess.start(folder.resolve(name + ".log"), ahead, settings);
    }

    private static List<String> people() {
        return IntStream.range(0, PEOPLE).mapToObj(i -> "p-" + i).toList();
    }

    private Map<String, Integer> scheduled() {
        return published("prompt-scheduled");
    }

    private Map<String, Integer> sent() {
        return published("prompt-sent");
    }

    /** How many events were published about each prompt. A process that is killed may publish one again: the same one, with its id. */
    private Map<String, Integer> published(String type) {
        return new TopicReader(backend.bootstrapServers())
                .of(organisation, Topics.REMINDERS).stream()
                        .filter(event -> event.shortType().equals(type))
                        .collect(Collectors.groupingBy(
                                event -> event.json().path("prompt").asText(),
                                Collectors.collectingAndThen(
                                        Collectors.mapping(event -> event.attribute("id"), Collectors.toSet()),
                                        Set::size)));
    }
}
