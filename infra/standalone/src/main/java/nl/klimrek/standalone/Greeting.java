package nl.klimrek.standalone;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.klimrek.identity.Secrets;

/** What a person reads when everything is ready. */
record Greeting(PlatformOptions options, Secrets secrets) {

    /** Who may sign in, and as what. The passwords of the last three exist without the demo's people too. */
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

    /** Who may sign in and with what. Holds passwords: for a terminal, or for a file of the owner alone. */
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
