package nl.klimrek.servicekit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The services on the class path. Each service module has a file {@value #FILE} with one line: its short name and its class
 * marked {@link KlimrekService}.
 */
public final class ServiceIndex {

    static final String FILE = "META-INF/klimrek/service.properties";

    private ServiceIndex() {}

    /**
     * Service classes by short name, in the order of the names.
     *
     * @throws IllegalStateException if an entry names no class marked {@link KlimrekService}, or a name occurs twice
     */
    public static Map<String, Class<?>> load() {
        ClassLoader classes = ServiceIndex.class.getClassLoader();
        Map<String, Class<?>> found = new TreeMap<>();
        try {
            for (URL file : Collections.list(classes.getResources(FILE))) {
                Properties entries = new Properties();
                try (InputStream in = file.openStream()) {
                    entries.load(in);
                }
                for (String name : entries.stringPropertyNames()) {
                    if (found.put(name, serviceClass(entries.getProperty(name), classes)) != null) {
                        throw new IllegalStateException("Two services are called " + name);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + FILE, unreadable);
        }
        return Collections.unmodifiableMap(found);
    }

    private static Class<?> serviceClass(String className, ClassLoader classes) {
        try {
            Class<?> type = Class.forName(className.strip(), false, classes);
            if (type.isAnnotationPresent(KlimrekService.class)) {
                return type;
            }
            throw new IllegalStateException(className + " is not marked @KlimrekService");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(FILE + " names a missing class: " + className, missing);
        }
    }
}
