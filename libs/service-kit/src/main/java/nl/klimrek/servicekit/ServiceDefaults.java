package nl.klimrek.servicekit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The defaults of {@code klimrek-defaults.properties} plus those that follow from the service's name and package. */
final class ServiceDefaults {
    private static final String FILE = "klimrek-defaults.properties";

    private ServiceDefaults() {}

    static Properties of(Class<?> service, String name) {
        Properties defaults = load();
        // Services may share one class path: what is found there by name must carry the service's own name.
        defaults.setProperty("spring.application.name", name);
        defaults.setProperty(
                "spring.messages.basename", service.getPackageName().replace('.', '/') + "/messages,klimrek-problems");
        defaults.setProperty(
                "klimrek.openapi.operations",
                "classpath:" + service.getPackageName().replace('.', '/') + "/operations.txt");
        defaults.setProperty("spring.data.mongodb.database", "klimrek-" + name);
        defaults.setProperty("spring.kafka.client-id", name);
        defaults.setProperty("spring.kafka.consumer.group-id", name);
        defaults.setProperty("management.metrics.tags.service", name);
        return defaults;
    }

    private static Properties load() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource(FILE, ServiceDefaults.class.getClassLoader()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + FILE + " from the class path", unreadable);
        }
    }
}
