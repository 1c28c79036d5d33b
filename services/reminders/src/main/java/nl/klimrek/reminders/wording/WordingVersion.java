package nl.klimrek.reminders.wording;

import java.time.Instant;
import java.util.Locale;

/**
 * Words that HR saved. A version never changes, so that a recorded outcome names the words that somebody read.
 *
 * @param number number of the version, from 1
 * @param savedAt moment of saving
 */
public record WordingVersion(int number, Instant savedAt, Wording dutch, Wording english) {

    /** The words in this language; English for any other than Dutch. */
    public Wording in(Locale language) {
        return language.getLanguage().equals("nl") ? dutch : english;
    }
}
