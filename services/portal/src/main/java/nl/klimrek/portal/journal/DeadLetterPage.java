package nl.klimrek.portal.journal;

import nl.klimrek.portal.journal.GuaranteeResponses.DeadLetter;
import nl.klimrek.portal.reader.Reader;

/**
 * A message that could not be processed, without its content.
 *
 * @param title     which part could not process it
 * @param why       the reason in words
 * @param state     PARKED, REPLAYED or DISCARDED
 * @param status    the same in words, with the reason when it was discarded
 * @param waits     whether it waits for a decision
 * @param attempts  how often it was replayed; empty if never
 * @param reference topic, partition and offset, for administrators
 */
record DeadLetterPage(
        String id,
        String title,
        String why,
        String since,
        String state,
        String status,
        boolean waits,
        String attempts,
        String reference,
        String size) {

    static DeadLetterPage of(Reader reader, DeadLetter letter) {
        String state = letter.status() == null ? "PARKED" : letter.status();
        String status = letter.discardedBecause() == null
                ? reader.say("guarantees.state." + state)
                : reader.say(
                        "guarantees.discarded-because",
                        reader.findText("discard." + letter.discardedBecause()).orElse(""));
        return new DeadLetterPage(
                letter.id(),
                reader.say("guarantees.letter.title", GuaranteesPage.part(reader, letter.group())),
                letter.explanation() == null ? reader.say("guarantees.letter.no-reason") : letter.explanation(),
                reader.moment(letter.at()),
                state,
                status,
                "PARKED".equals(state),
                letter.attempts() == 0 ? "" : reader.say("guarantees.letter.attempts", letter.attempts()),
                letter.topic() + " " + letter.partition() + ":" + letter.offset(),
                reader.say("guarantees.letter.bytes", letter.bytes()));
    }
}
