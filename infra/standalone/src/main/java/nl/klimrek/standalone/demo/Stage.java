package nl.klimrek.standalone.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What every chapter plays with.
 *
 * @param words what is typed
 * @param facts what the services publish meanwhile
 * @param mailbox where the demo's mail arrives
 * @param hr the HR adviser
 * @param bram the team manager
 * @param auditor sees the journal
 */
record Stage(
        Story story,
        TypedWords words,
        Facts facts,
        Mailbox mailbox,
        Person hr,
        Person bram,
        Person auditor,
        Clock clock) {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    String typed(String text) {
        return words.typed(text);
    }
}
