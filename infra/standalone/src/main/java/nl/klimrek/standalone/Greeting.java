package nl.klimrek.standalone;

import java.time.Duration;
import java.util.Locale;

import nl.klimrek.identity.Secrets;

/** What a person reads when everything is ready. */
record Greeting(PlatformOptions options, Secrets secrets) {

    String text(Duration taken) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%nKlimrek is ready after %.1f s.%n%n", taken.toMillis() / 1000.0));
        line(text, "portal", options.portal());
        line(text, "mailbox", options.portal() + "/mail");
        line(text, "broker", options.host + ":" + options.kafkaPort);
        line(text, "store", "mongodb://" + options.host + ":" + options.mongoPort);
        line(text, "data", options.data.toString());
        text.append(String.format("%n  Sign in as%n"));
        person(text, "anna", "employee");
        person(text, "bram", "employee and manager");
        person(text, "hr", "HR");
        person(text, "coach", "career coach");
        person(text, "auditor", "auditor");
        text.append(String.format("%n  A token:  infra/token anna%s%n", options.port == 8080 ? "" : " --port " + options.port));
        text.append(String.format("  A tour:   infra/demo%s%n", options.port == 8080 ? "" : " --port " + options.port));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-9s %s%n", name, value));
    }

    private void person(StringBuilder text, String name, String who) {
        text.append(String.format("    %-9s %-14s %s%n", name, secrets.password(name), who));
    }
}
