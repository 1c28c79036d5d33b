package nl.klimrek.servicekit.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;

/**
 * What is in a CSV file (RFC 4180) as spreadsheets write it: UTF-8 with or without a byte-order mark, separated by commas, or
 * by semicolons where the comma is in numbers.
 *
 * @param text without the mark
 * @param delimiter the one its first line has
 */
public record CsvText(String text, char delimiter) {

    /** Reads all of it; refused with {@code csv-not-utf-8}. */
    public static CsvText of(byte[] file) {
        try {
            String all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            String text = all.startsWith("\uFEFF") ? all.substring(1) : all;
            String heading = text.lines().findFirst().orElse("");
            return new CsvText(text, heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',');
        } catch (CharacterCodingException notText) {
            throw new RefusedException(Refusal.of("csv-not-utf-8"));
        }
    }
}
