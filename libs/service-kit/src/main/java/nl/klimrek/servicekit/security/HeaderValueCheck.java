package nl.klimrek.servicekit.security;

import java.util.regex.Pattern;

/** Which values of headers {@link org.springframework.security.web.firewall.StrictHttpFirewall} lets through: as by default. */
final class HeaderValueCheck {

    /** Every assigned character that is no control character, and the tab. */
    private static final Pattern ALLOWED = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    private HeaderValueCheck() {}

    static boolean isAllowed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < ' ' || character > '~') {
                return ALLOWED.matcher(value).matches();
            }
        }
        return true;
    }
}
