package nl.klimrek.standalone;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.identity.SecretStore;
import nl.klimrek.standalone.access.BrokerPrincipals;
import nl.klimrek.standalone.mailbox.MailboxServer;

/** Configuration of each service: where the broker, the store, the issuer and the other services are. */
record ServiceSettings(
        PlatformOptions options,
        EmbeddedServers engines,
        BrokerPrincipals principals,
        InternalPorts ports,
        SecretStore secrets,
        MailboxServer mailbox) {

    static final String IDENTITY = "identity";
    static final String MAILBOX = "mailbox";
    private static final String MAILBOX_USER = "klimrek";
    static final String HOME = "demo";

    Map<String, Object> of(String service) {
        Map<String, Object> settings = engineSettings(service);
        settings.put("server.port", ports.of(service));
        settings.put("klimrek.topics", "single-broker");
        // On two cores, threads that share a poll cost more than they gain.
        settings.put("klimrek.eventing.lanes", 1);
        // Nobody watches the lag here from second to second.
        settings.put("klimrek.eventing.watch-every", "30s");
        // The platform stops the services before the broker and the store.
        settings.put("spring.main.register-shutdown-hook", false);
        // All services stop together, so no client has another instance to go to.
        settings.put("klimrek.shutdown.drain", "0s");
        settings.put("klimrek.eventing.instance", service + "-standalone");
        settings.put("klimrek.security.issuer", issuer());
        settings.put("klimrek.security.jwk-set-uri", ports.url(IDENTITY) + "/identity/oauth2/jwks");
        switch (service) {
            case "portal" -> portal(settings);
            case "people" -> people(settings);
            case "journal" -> {
                settings.put("klimrek.journal.signing-key", options.data.resolve("secrets/journal-key.pem"));
                settings.put("klimrek.journal.create-signing-key", true);
            }
            case "conversations" -> {
                settings.put("klimrek.conversations.calendar.portal-url", options.portal());
                settings.put("klimrek.conversations.people-url", ports.url("people"));
                settings.put("klimrek.conversations.external-coaches.poll-interval", "5s");
                settings.put("spring.mail.host", "127.0.0.1");
                settings.put("spring.mail.port", mailbox.smtpPort());
            }
            case "reminders" -> reminders(settings);
            default -> {}
        }
        given("all", settings);
        given(service, settings);
        return settings;
    }

    /** What the JVM was started with as {@code klimrek.settings.SERVICE.SETTING} wins, so that it can be tried out. */
    private static void given(String service, Map<String, Object> settings) {
        String prefix = "klimrek.settings." + service + ".";
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> settings.put(name.substring(prefix.length()), System.getProperty(name)));
    }

    Map<String, Object> identity() {
        Map<String, Object> settings = engineSettings(IDENTITY);
        settings.put("spring.profiles.active", "demo");
        settings.put("server.port", ports.of(IDENTITY));
        settings.put("klimrek.identity.issuer", issuer());
        settings.put("klimrek.identity.data", options.data);
        settings.put("klimrek.identity.welcome-secret", welcomeSecret());
        return settings;
    }

    private String issuer() {
        return options.portal() + "/identity";
    }

    private Map<String, Object> engineSettings(String service) {
        Map<String, Object> settings = new HashMap<>(principals.settings(service));
        settings.put("spring.kafka.bootstrap-servers", engines.kafka().bootstrapServers());
        // Each request that the lone broker holds in vain costs five threads a wake-up; no partition ever moves here.
        settings.put("spring.kafka.consumer.fetch-max-wait", "15s");
        // Nor does a member have to be missed within seconds.
        settings.put("spring.kafka.consumer.heartbeat-interval", "10s");
        // A consumer's heartbeat thread wakes up this often.
        settings.put("spring.kafka.consumer.properties.retry.backoff.ms", 3_000);
        settings.put("spring.kafka.consumer.properties.retry.backoff.max.ms", 3_000);
        // Each server has two threads that wake up for this; nothing here waits for it.
        settings.put("server.tomcat.background-processor-delay", "60s");
        settings.put("spring.data.mongodb.uri", engines.mongo().connectionString());
        return settings;
    }

    private void portal(Map<String, Object> settings) {
        settings.put("server.address", options.host);
        settings.put("server.port", options.port);
        settings.put("klimrek.portal.url", options.portal());
        settings.put("klimrek.portal.client-secret", secrets.client(SecretStore.PORTAL));
        for (String service : ServiceContexts.names()) {
            if (!service.equals("portal")) {
                settings.put("klimrek.portal.services." + service, ports.url(service));
            }
        }
        settings.put("klimrek.portal.identity", ports.url(IDENTITY));
        settings.put("klimrek.portal.mailbox", mailbox.address());
        settings.put("klimrek.portal.welcome-secret", welcomeSecret());
    }

    /** Key of the quick-login page; empty if there are no demo users to choose from. */
    private String welcomeSecret() {
        return options.empty ? "" : secrets.welcome();
    }

    /**
     * Sources of the home organisation share the credentials of client/hr-system.conf. Records of the other
     * organisation's source need a signature, so these credentials cannot write for it.
     */
    private void people(Map<String, Object> settings) {
        // Two cores do not read faster with more threads, and each of them has its own connections and timers.
        settings.put("klimrek.eventing.concurrency", 2);
        // An operator's request to publish the roster again may wait this long.
        settings.put("klimrek.people.republish-check", "10s");
        settings.put("klimrek.people.sources.hr-system", HOME);
        settings.put("klimrek.people.sources.hr-export", HOME);
        settings.put("klimrek.people.sources.hr-sample", "sample");
        settings.put("klimrek.people.source-secrets.hr-sample", secrets.client("hr-source@hr-sample"));
    }

    private void reminders(Map<String, Object> settings) {
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", mailbox.smtpPort());
        settings.put("klimrek.reminders.portal-url", options.portal());
        settings.put("klimrek.reminders.calendar.organizer", MailboxServer.ORGANIZER);
        settings.put("klimrek.reminders.mailbox.host", "127.0.0.1");
        settings.put("klimrek.reminders.mailbox.port", mailbox.imapPort());
        settings.put("klimrek.reminders.mailbox.protocol", "imap");
        settings.put("klimrek.reminders.mailbox.starttls", false);
        settings.put("klimrek.reminders.mailbox.username", MAILBOX_USER);
        settings.put("klimrek.reminders.mailbox.password", secrets.client(MAILBOX));
        settings.put("klimrek.reminders.mailbox.poll-interval", "5s");
        settings.put("klimrek.reminders.secret-keys.current", "demo");
        settings.put("klimrek.reminders.secret-keys.keys.demo", secrets.client("reminders-secret-key"));
        // The demo sends prompts at any hour, and more than a person would get in a week.
        settings.put("klimrek.reminders.around-the-clock." + HOME, true);
        settings.put("klimrek.reminders.messages-per-week", 50);
        settings.put("klimrek.reminders.settle", "2s");
        settings.put("klimrek.reminders.look-every", "2s");
        // A demo cannot wait three weeks for a silence: in this one series a day takes a second.
        settings.put("klimrek.reminders.series.day.make-room", "1s");
    }
}
