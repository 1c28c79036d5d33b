package nl.klimrek.journal.export;

/** Text from a file that somebody else made, for a terminal: without control and direction characters, and not too long. */
public final class Printable {

    private static final int MAX_LENGTH = 2_000;

    private Printable() {}

    /** The text with each character that could change the terminal replaced by a question mark. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(MAX_LENGTH).forEach(point -> printable.appendCodePoint(isPlain(point) ? point : '?'));
        return text.codePointCount(0, text.length()) > MAX_LENGTH
                ? printable.append('\u2026').toString()
                : printable.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
