package nl.klimrek.portal.login;

import nl.klimrek.portal.PortalSettings;

/** The cookie of a reader's session. */
final class SessionCookie {
    private static final String PLAIN = "PORTALSESSION";

    private SessionCookie() {
    }

    /**
     * Its name. Behind https it has the prefix by which a browser takes it from this host alone, for every path, and never
     * without encryption (RFC 6265bis §4.1.3.2).
     */
    static String name(PortalSettings portal) {
        return isHttps(portal) ? "__Host-" + PLAIN : PLAIN;
    }

    static boolean isHttps(PortalSettings portal) {
        return "https".equals(portal.url().getScheme());
    }
}
