package nl.klimrek.identity;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The running issuer, configured by {@code identity.yml}. */
public final class IdentityService implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private IdentityService(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the issuer and returns when it listens. Logins succeed once {@code /identity/health/ready} returns 200.
     * The caller closes it.
     *
     * @param properties override every other source; must contain {@code spring.profiles.active=demo}
     * @throws NotDemoProfileException outside the demo profile
     */
    public static IdentityService start(Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new IdentityService((ServletWebServerApplicationContext)
                application().registerShutdownHook(false).run(arguments));
    }

    /** Loopback port of the issuer. */
    public int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Runs the issuer in its own process until it is stopped. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IdentityConfiguration.class)
                .main(IdentityService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=identity");
    }
}
