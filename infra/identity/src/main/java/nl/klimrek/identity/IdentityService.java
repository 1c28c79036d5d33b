package nl.klimrek.identity;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The running issuer: a Spring context of its own, configured by {@code identity.yml}. */
public final class IdentityService implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private IdentityService(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the issuer and returns when it listens; people can log in once {@code /identity/health/ready} says 200.
     * The caller closes it.
     *
     * @param properties win over everything else; {@code spring.profiles.active=demo} must be among them
     * @throws NotDemoProfileException outside the demo profile, with a sentence for the operator
     */
    public static IdentityService start(Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new IdentityService((ServletWebServerApplicationContext)
                application().registerShutdownHook(false).run(arguments));
    }

    /** The loopback port it listens on. */
    public int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Runs the issuer as a process of its own, until it is told to stop. */
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
