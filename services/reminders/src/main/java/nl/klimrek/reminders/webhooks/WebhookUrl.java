package nl.klimrek.reminders.webhooks;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the form of a webhook's address: https, and a host that has a name. Whether the name leads to a public address is checked at each connection. */
public final class WebhookUrl {

    private static final int MAX_LENGTH = 1_000;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

    private WebhookUrl() {}

    /**
     * Reads an address; empty for one that is not allowed.
     *
     * @param internalHosts hosts that need neither TLS nor a name with a dot
     */
    public static Optional<URI> parse(String text, Set<String> internalHosts) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(text.strip());
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
            boolean internal = internalHosts.contains(host);
            boolean allowed = internal
                    ? scheme.equals("https") || scheme.equals("http")
                    : scheme.equals("https") && NAME.matcher(host).matches();
            return allowed && url.getRawUserInfo() == null && url.getRawFragment() == null
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
