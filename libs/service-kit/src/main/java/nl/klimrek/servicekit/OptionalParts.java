package nl.klimrek.servicekit;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps auto-configurations that only some services want out of the others. When all services run in one process their
 * jars share one class path, and being on it must not give a domain service a mail sender or a login page.
 *
 * <p>A service asks for parts by {@code klimrek.parts}, a list of {@code pages}, {@code mail}, {@code login},
 * {@code issuer}, {@code sessions}, {@code resilience}; default none. Outside a Klimrek service nothing is kept out.
 */
final class OptionalParts implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final Map<String, Set<String>> PARTS = Map.of(
            "pages", Set.of("org.springframework.boot.autoconfigure.thymeleaf."),
            "mail",
                    Set.of(
                            "org.springframework.boot.autoconfigure.mail.",
                            "org.springframework.boot.actuate.autoconfigure.mail."),
            "login", Set.of("org.springframework.boot.autoconfigure.security.oauth2.client."),
            "issuer", Set.of("org.springframework.boot.autoconfigure.security.oauth2.server."),
            "sessions",
                    Set.of(
                            "org.springframework.boot.autoconfigure.session.",
                            "org.springframework.boot.actuate.autoconfigure.session."),
            "resilience", Set.of("io.github.resilience4j."));

    /**
     * The event machinery makes its own producer and listener; Spring Boot's beside them would be a second, other one. Nothing
     * is logged through OpenTelemetry, so nobody needs its thread.
     */
    private static final Set<String> NEVER = Set.of(
            "org.springframework.boot.autoconfigure.kafka.",
            "org.springframework.boot.actuate.autoconfigure.logging.OpenTelemetry");

    /** Exemplars lead from a figure to a trace; without a receiver of traces they only cost a timer a request. */
    private static final String EXEMPLARS = "org.springframework.boot.actuate.autoconfigure.tracing.prometheus.";

    @SuppressWarnings("NullAway.Init") // Spring sets it before it asks.
    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        Set<String> unwanted = unwantedPrefixes();
        boolean[] wanted = new boolean[autoConfigurations.length];
        for (int i = 0; i < wanted.length; i++) {
            String name = autoConfigurations[i];
            wanted[i] = name == null || unwanted.stream().noneMatch(name::startsWith);
        }
        return wanted;
    }

    private Set<String> unwantedPrefixes() {
        if (!environment.containsProperty("klimrek.service")) {
            return Set.of();
        }
        Set<String> asked = Binder.get(environment)
                .bind("klimrek.parts", Bindable.setOf(String.class))
                .orElse(Set.of());
        if (!PARTS.keySet().containsAll(asked)) {
            throw new IllegalArgumentException(
                    "klimrek.parts may name " + new TreeSet<>(PARTS.keySet()) + ", not " + asked);
        }
        Set<String> unwanted = new TreeSet<>(NEVER);
        if (!environment.containsProperty("management.otlp.tracing.endpoint")) {
            unwanted.add(EXEMPLARS);
        }
        PARTS.forEach((part, prefixes) -> {
            if (!asked.contains(part)) {
                unwanted.addAll(prefixes);
            }
        });
        return unwanted;
    }
}
