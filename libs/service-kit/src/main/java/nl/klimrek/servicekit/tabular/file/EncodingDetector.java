package nl.klimrek.servicekit.tabular.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.tabular.file.TextEncoding.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which encoding a text is read. It never guesses between two that fit: it refuses a doubtful text with
 * {@code encoding-doubtful} and the first place that does not fit, so that no name is garbled.
 *
 * <p>Order: an encoding the caller named; a byte-order mark; UTF-8 where every byte fits; else what the detector of
 * Mozilla (juniversalchardet) takes it for, if that is a Windows or ISO encoding and the letters are plausible.
 */
public final class EncodingDetector {

    static final String NAMEABLE = "UTF-8, UTF-16, windows-1252, windows-1250, ISO-8859-15, IBM850, x-MacRoman";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private EncodingDetector() {}

    /**
     * The encoding of a file.
     *
     * @param named encoding the caller named; null for none
     */
    public static TextEncoding of(FileContent content, EncodingScan scan, @Nullable String named) throws IOException {
        if (named != null) {
            return named(content, scan, named);
        }
        if (scan.mark().isPresent()) {
            return checked(content, new TextEncoding(scan.mark().get(), Basis.MARK));
        }
        if (scan.hasZeros()) {
            return checked(
                    content,
                    new TextEncoding(
                            scan.unmarkedUtf16().orElseThrow(() -> FileRefusal.of("file-not-text")), Basis.DETECTED));
        }
        if (scan.utf8().faults() == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, Basis.VALID);
        }
        return single(content, scan);
    }

    private static TextEncoding named(FileContent content, EncodingScan scan, String named) throws IOException {
        Charset charset = charset(named);
        if (scan.mark().isPresent()) {
            Charset marked = scan.mark().get();
            if (!marked.equals(charset) && !marked.name().startsWith(charset.name())) {
                throw FileRefusal.of("encoding-contradicts", "named", charset.name(), "found", marked.name());
            }
            return checked(content, new TextEncoding(marked, Basis.NAMED));
        }
        boolean wide = charset.name().startsWith("UTF");
        // Sequences of UTF-8 hardly occur by chance in another encoding: read as such they would be garbled names.
        if (!wide
                && scan.utf8().sequences() > 0
                && scan.utf8().sequences() >= scan.utf8().faults()) {
            if (scan.utf8().faults() == 0) {
                throw FileRefusal.of("encoding-contradicts", "named", charset.name(), "found", "UTF-8");
            }
            throw doubtful(scan);
        }
        if (charset.equals(StandardCharsets.UTF_8) && scan.utf8().faults() > 0) {
            throw wrong(charset, scan.utf8().faultLine(), scan.utf8().faultColumn());
        }
        return checked(content, new TextEncoding(charset, Basis.NAMED));
    }

    /** A text of one byte per character, as older spreadsheets write. */
    private static TextEncoding single(FileContent content, EncodingScan scan) throws IOException {
        if (scan.utf8().sequences() > 0) {
            throw doubtful(scan);
        }
        Charset taken = scan.detected().map(EncodingDetector::superset).orElseThrow(() -> doubtful(scan));
        if (!taken.equals(WINDOWS)) {
            throw doubtful(scan);
        }
        try (Reader reader = reader(content, taken)) {
            if (!TextPlausibility.isPlausible(reader)) {
                throw doubtful(scan);
            }
        } catch (CharacterCodingException unused) {
            throw doubtful(scan);
        }
        return new TextEncoding(taken, Basis.DETECTED);
    }

    /** Windows-1252 has every character of ISO 8859-1. Programs that name the latter write the former. */
    private static Charset superset(Charset detected) {
        return detected.equals(StandardCharsets.ISO_8859_1) || detected.equals(StandardCharsets.US_ASCII)
                ? WINDOWS
                : detected;
    }

    private static TextEncoding checked(FileContent content, TextEncoding encoding) throws IOException {
        PositionReader place = new PositionReader(reader(content, encoding.charset()));
        try (place) {
            place.readAll();
            return encoding;
        } catch (CharacterCodingException broken) {
            throw wrong(encoding.charset(), place.line(), place.column());
        }
    }

    private static Charset charset(String named) {
        try {
            return Charset.forName(named.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw FileRefusal.of("encoding-unknown", "known", NAMEABLE);
        }
    }

    /** A reader that fails on the first byte that does not fit. */
    public static Reader reader(FileContent content, Charset charset) throws IOException {
        InputStream bytes = content.open();
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static RefusedException doubtful(EncodingScan scan) {
        return FileRefusal.of(
                "encoding-doubtful",
                "line",
                scan.utf8().faultLine(),
                "character",
                scan.utf8().faultColumn(),
                "known",
                NAMEABLE);
    }

    private static RefusedException wrong(Charset charset, long line, long column) {
        return FileRefusal.of(
                "encoding-wrong", "encoding", charset.name(), "line", line, "character", column, "known", NAMEABLE);
    }
}
