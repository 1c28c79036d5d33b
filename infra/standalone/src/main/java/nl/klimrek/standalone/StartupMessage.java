package nl.klimrek.standalone;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.klimrek.identity.SecretStore;

/** The text that {@code infra/up} prints when the platform is ready. */
record StartupMessage(PlatformOptions options, SecretStore secrets) {

    /** Demo accounts and their roles. The last three also exist with {@code --empty}. */
    private static final Map<String, String> PEOPLE = people();

    String text(Duration taken) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%nKlimrek is ready after %.1f s.%n%n", taken.toMillis() / 1000.0));
        line(text, "portal", options.portal());
        line(text, "mailbox", options.portal() + "/mail  (sign in first; shows your organisation's mail)");
        line(
                text,
                "broker",
                options.kafkaHost + ":" + options.kafkaPort + "  (with client/reader.conf or client/hr-system.conf)");
        line(text, "store", "mongodb://127.0.0.1:" + options.mongoPort + "  (with client/store.uri)");
        line(text, "data", options.data + "  (readable by you only)");
        text.append(
                options.demoOnNetwork
                        ? String.format(
                                "%n  --demo-on-network: other machines can reach the portal or the broker, and nothing is encrypted. The store stays on this machine.%n")
                        : String.format(
                                "%n  Portal, broker and store can be reached from this machine only; the client files are in the data folder.%n"));
        if (!options.hideSecrets) {
            text.append(signIn());
        }
        text.append(String.format(
                "%n  A token:  infra/token anna%s%n", options.port == 8080 ? "" : " --port " + options.port));
        text.append(String.format("  A tour:   infra/demo%s%n", options.port == 8080 ? "" : " --port " + options.port));
        return text.toString();
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("anna", "employee");
        people.put("bram", "employee and manager");
        people.put("hr", "HR");
        people.put("coach", "career coach");
        people.put("auditor", "auditor");
        return people;
    }

    /** The demo accounts with their passwords. Only for a terminal or a file that its owner alone can read. */
    String signIn() {
        StringBuilder text = new StringBuilder();
        if (!options.empty) {
            text.append(
                    String.format("%n  Choose whom to be:  %s/welcome?key=%s%n", options.portal(), secrets.welcome()));
        }
        text.append(String.format("%n  Sign in as%n"));
        PEOPLE.forEach(
                (name, who) -> text.append(String.format("    %-9s %-14s %s%n", name, secrets.password(name), who)));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-9s %s%n", name, value));
    }
}
