package nl.klimrek.servicekit.text;

import java.util.regex.Pattern;

/**
 * Which addresses mail can be sent to. Only a plain mailbox that every mail program reads alike: no comments, quotes, routes
 * or encoded words (RFC 5322 §3.2.2 and §4.4, RFC 2047), by which an address can mean another one than it shows.
 */
public final class MailAddress {
    /** Longest address, RFC 5321 §4.5.3.1.3. */
    public static final int LONGEST = 254;

    private static final String ATOM = "[A-Za-z0-9_#$&'*+/=?^{}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern MAILBOX = Pattern.compile(
            "(?!.*=\\?)(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    private MailAddress() {}

    public static boolean isPlain(String address) {
        return address.length() <= LONGEST && MAILBOX.matcher(address).matches();
    }
}
