package nl.klimrek.servicekit.tabular;

/** Finds the separator of the cells of a CSV file. */
final class DelimiterDetector {

    private static final char[] POSSIBLE = {',', ';', '\t', '|'};

    private DelimiterDetector() {}

    /** The separator that a first line of Excel names, as in {@code sep=;}; 0 for any other line. */
    static char named(String firstLine) {
        String line = firstLine.strip();
        boolean quoted = line.length() > 2 && line.startsWith("\"") && line.endsWith("\"");
        String bare = quoted ? line.substring(1, line.length() - 1) : firstLine.stripLeading();
        boolean names = bare.length() >= 5
                && bare.regionMatches(true, 0, "sep=", 0, 4)
                && bare.substring(5).isBlank();
        return names ? bare.charAt(4) : 0;
    }

    /** The separator that occurs most in the heading, outside quotation marks; a comma if none occurs. */
    static char of(String heading) {
        char most = ',';
        int found = 0;
        for (char sign : POSSIBLE) {
            int count = count(heading, sign);
            if (count > found) {
                most = sign;
                found = count;
            }
        }
        return most;
    }

    private static int count(String heading, char sign) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < heading.length(); i++) {
            char here = heading.charAt(i);
            quoted ^= here == '"';
            count += !quoted && here == sign ? 1 : 0;
        }
        return count;
    }
}
