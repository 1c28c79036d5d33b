package nl.klimrek.standalone.demo.script;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.EventCollector;
import nl.klimrek.standalone.demo.client.MailboxClient;

/**
 * What every chapter of the demo uses.
 *
 * @param words texts typed so far
 * @param events events published meanwhile
 * @param mailbox the demo's mailbox
 * @param hr the HR adviser
 * @param bram the team manager
 * @param auditor reads the journal
 */
public record DemoContext(
        DemoScript script,
        TypedWords words,
        EventCollector events,
        MailboxClient mailbox,
        DemoUser hr,
        DemoUser bram,
        DemoUser auditor,
        Clock clock) {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public String typed(String text) {
        return words.typed(text);
    }
}
