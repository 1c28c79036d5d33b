package nl.klimrek.portal.budgets;

import nl.klimrek.portal.reader.Reader;

/** Names pots for people. */
public final class PotNames {
    private PotNames() {}

    /** A pot is its policy's code and a year; a code of the organisation's own is shown as words. */
    public static String name(Reader reader, String pot) {
        int dash = pot.lastIndexOf('-');
        String code = dash > 0 ? pot.substring(0, dash) : pot;
        String words = reader.findText("pot." + code)
                .orElseGet(() -> code.isEmpty()
                        ? ""
                        : Character.toUpperCase(code.charAt(0))
                                + code.substring(1).replace('-', ' '));
        return dash > 0 ? words + " " + pot.substring(dash + 1) : words;
    }
}
