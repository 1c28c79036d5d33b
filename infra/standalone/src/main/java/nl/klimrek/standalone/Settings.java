package nl.klimrek.standalone;

import java.util.HashMap;
import java.util.Map;

import nl.klimrek.identity.Secrets;

/** What each service is told so that they find the engines, the issuer and each other. */
record Settings(PlatformOptions options, Engines engines, InternalPorts ports, Secrets secrets, int smtpPort) {

    static final String IDENTITY = "identity";
    static final String MAILBOX = "mailbox";
    static final String HOME = "demo";

    Map<String, Object> of(String service) {
        Map<String, Object> settings = new HashMap<>(engineSettings());
        settings.put("server.port", ports.of(service));
        // Everything is stopped in one order, services before engines.
        settings.put("spring.main.register-shutdown-hook", false);
        settings.put("klimrek.eventing.instance", service + "-standalone");
        settings.put("klimrek.security.issuer", issuer());
        settings.put("klimrek.security.jwk-set-uri", ports.url(IDENTITY) + "/identity/oauth2/jwks");
        switch (service) {
            case "portal" -> portal(settings);
            case "people" -> sources(settings);
            case "journal" -> settings.put("klimrek.journal.signing-key", options.data.resolve("secrets/journal-key.pem"));
            case "conversations" -> {
                settings.put("klimrek.conversations.calendar.portal-url", options.portal());
                settings.put("klimrek.conversations.people-url", ports.url("people"));
            }
            case "reminders" -> reminders(settings);
            default -> { }
        }
        return settings;
    }

    Map<String, Object> identity() {
        Map<String, Object> settings = new HashMap<>(engineSettings());
        settings.put("spring.profiles.active", "demo");
        settings.put("server.port", ports.of(IDENTITY));
        settings.put("klimrek.identity.issuer", issuer());
        settings.put("klimrek.identity.data", options.data);
        return settings;
    }

    private String issuer() {
        return options.portal() + "/identity";
    }

    private Map<String, Object> engineSettings() {
        return Map.of(
                "spring.kafka.bootstrap-servers", engines.kafka().bootstrapServers(),
                "spring.data.mongodb.uri", engines.mongo().connectionString());
    }

    private void portal(Map<String, Object> settings) {
        settings.put("server.address", options.host);
        settings.put("server.port", options.port);
        settings.put("klimrek.portal.url", options.portal());
        settings.put("klimrek.portal.client-secret", secrets.client(Secrets.PORTAL));
        for (String service : Services.names()) {
            if (!service.equals("portal")) {
                settings.put("klimrek.portal.services." + service, ports.url(service));
            }
        }
        settings.put("klimrek.portal.identity", ports.url(IDENTITY));
        settings.put("klimrek.portal.mailbox", ports.url(MAILBOX));
    }

    private static void sources(Map<String, Object> settings) {
        settings.put("klimrek.people.sources.hr-system", HOME);
        settings.put("klimrek.people.sources.hr-export", HOME);
        settings.put("klimrek.people.sources.hr-sample", "sample");
    }

    private void reminders(Map<String, Object> settings) {
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", smtpPort);
        settings.put("klimrek.reminders.portal-url", options.portal());
        // The demo is looked at on any day, at any hour.
        settings.put("klimrek.reminders.around-the-clock." + HOME, true);
        settings.put("klimrek.reminders.settle", "2s");
        settings.put("klimrek.reminders.look-every", "1s");
    }
}
