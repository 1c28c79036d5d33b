package nl.klimrek.servicekit;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.klimrek.servicekit.tracing.ServiceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts one service, alone in its process or beside others in one.
 *
 * <p>Guarantee: two services in one JVM share no bean, no configuration file, no message bundle, no database and no
 * consumer group, because each of these is named after the service. Precedence, highest first: overrides, system
 * properties, environment, {@code <name>.yaml}, {@code klimrek-defaults.properties} of this library.
 */
public final class ServiceLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceLauncher.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private ServiceLauncher() {}

    /**
     * Starts a service and returns when it accepts requests.
     *
     * @param service class marked {@link KlimrekService}
     * @param name short name as in its path and topic, for example {@code pop-forms}; also names its yaml
     * @param overrides property values that win over every other source
     * @param initializers called on the context before its beans are read; a bean registered here replaces a default one
     * @throws RuntimeException when the service cannot start; nothing of it stays behind
     */
    public static ConfigurableApplicationContext start(
            Class<?> service,
            String name,
            Map<String, Object> overrides,
            ApplicationContextInitializer<?>... initializers) {
        return start(
                service,
                name,
                overrides.entrySet().stream()
                        .map(override -> "--" + override.getKey() + "=" + override.getValue())
                        .toArray(String[]::new),
                initializers);
    }

    /**
     * Starts a service alone in its process, as its main method does. While its store is away it starts again and again,
     * and says so each time; it needs no broker to start.
     *
     * @param arguments overrides as {@code --key=value}
     * @throws RuntimeException when the service cannot start for another reason; nothing of it stays behind
     */
    public static ConfigurableApplicationContext run(Class<?> service, String name, String... arguments) {
        while (true) {
            try {
                return start(service, name, arguments);
            } catch (RuntimeException failure) {
                if (!StoreUnavailable.causes(failure) || isInterruptedWithin(AGAIN_AFTER)) {
                    throw failure;
                }
                LOG.warn("{} could not start because its store is away; it starts again", name);
            }
        }
    }

    private static ConfigurableApplicationContext start(
            Class<?> service, String name, String[] arguments, ApplicationContextInitializer<?>... initializers) {
        SpringApplication application = new SpringApplication(service);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(ServiceDefaults.of(service, name));
        application.addInitializers(initializers);
        String[] named = {"--klimrek.service=" + name, "--spring.config.name=" + name};
        String[] all = Stream.of(named, arguments).flatMap(Stream::of).toArray(String[]::new);
        return ServiceName.startAs(name, () -> application.run(all));
    }

    private static boolean isInterruptedWithin(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The lowest-precedence properties of a service, for tests that start a context without this launcher. */
    public static Properties defaults(Class<?> service, String name) {
        return ServiceDefaults.of(service, name);
    }
}
