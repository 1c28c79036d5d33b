package nl.klimrek.reminders.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.klimrek.reminders.mailbox.IncomingMail;
import nl.klimrek.reminders.mailbox.IncomingMailReader;
import org.junit.jupiter.api.Test;

/**
 * Messages of other programs, from their own test suites, in {@code ../shared/standards/itip} beside the repository. Where they are
 * absent, the test says so and {@link CalendarMessageReaderTest} remains.
 */
class RealCalendarMessagesTest {

    private static final Path FOLDER = folder();
    private static final int NUMBER = 55;

    @Test
    void each_is_understood_or_refused_with_a_reason() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            System.err.println("NOT RUN: there are no calendar messages of other programs in ../shared/standards/itip; "
                    + "only this module's own vectors were read");
            return;
        }
        JsonNode index =
                new ObjectMapper().readTree(FOLDER.resolve("index.json").toFile());
        Map<String, String> found = new TreeMap<>();
        for (JsonNode entry : index.get("files")) {
            String file = entry.get("file").asText();
            found.put(file, verdict(FOLDER.resolve(file)));
        }
        assertThat(found).hasSize(NUMBER);
        assertThat(found.values()).allMatch(verdict -> !verdict.isEmpty());
        assertThat(found)
                .containsEntry("sabre-vobject/reply-attendeereply-accepted.ics", "REPLY ACCEPTED one@example.org")
                .containsEntry("ccs-calendarserver/dsn_failure_with_ics.eml", "BOUNCE nonexistant@example.com")
                .containsEntry("ccs-calendarserver/dsn_failure_no_ics.eml", "BOUNCE thisdoesnotexist@example.com")
                .containsEntry("ccs-calendarserver/reply_missing_attachment.eml", "NO_CALENDAR")
                .containsEntry("ccs-calendarserver/reply_missing_attendee.eml", "NO_ATTENDEE")
                .containsEntry("sabre-vobject/reply-attendeereply-recurringreply.ics", "SERIES");
        assertThat(found.get("ccs-calendarserver/good_reply.eml")).startsWith("REPLY ACCEPTED ");
        assertThat(found.get("thunderbird/single-event.eml")).isEqualTo("NOT_A_REPLY REQUEST");
        assertThat(found.values().stream().filter("UNREADABLE"::equals).count()).isLessThanOrEqualTo(3);
    }

    /** What becomes of a message before it is compared with an invitation. */
    private static String verdict(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> calendars = new ArrayList<>();
        if (file.toString().endsWith(".eml")) {
            IncomingMail mail = IncomingMailReader.read(bytes, "");
            if (mail.failure() != null) {
                return "BOUNCE " + mail.failure().recipient();
            }
            calendars.addAll(mail.calendars());
            if (calendars.isEmpty()) {
                return ReplyOutcome.NO_CALENDAR.name();
            }
        } else {
            calendars.add(new String(bytes, StandardCharsets.UTF_8));
        }
        Optional<CalendarMessage> message = calendars.stream()
                .flatMap(text -> CalendarMessageReader.read(text).stream())
                .findFirst();
        return message.map(RealCalendarMessagesTest::verdict).orElse(ReplyOutcome.UNREADABLE.name());
    }

    private static String verdict(CalendarMessage message) {
        if (!message.isReply() && !message.isCounter()) {
            return ReplyOutcome.NOT_A_REPLY + " " + message.method();
        }
        if (message.recurring()) {
            return ReplyOutcome.SERIES.name();
        }
        return message.attendee().isEmpty()
                ? "NO_ATTENDEE"
                : message.method() + " " + message.answer() + " " + message.attendee();
    }

    private static Path folder() {
        Path repository = Path.of("").toAbsolutePath();
        while (!Files.exists(repository.resolve("mvnw"))) {
            repository = repository.getParent();
        }
        return repository.resolve("../shared/standards/itip").normalize();
    }
}
