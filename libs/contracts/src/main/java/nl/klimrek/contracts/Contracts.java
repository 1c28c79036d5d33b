package nl.klimrek.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event record, by class and by CloudEvents type. A record is found by its {@link EventContract}: the build writes
 * the index of those that have one, and fails when it is behind.
 */
public final class Contracts {

    static final String INDEX = "META-INF/klimrek/event-contracts";

    /** Every event record, by name. */
    public static final List<Class<? extends Record>> ALL = load();

    private static final Map<String, Class<? extends Record>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Contracts::typeOf, Function.identity()));

    private Contracts() {}

    /** CloudEvents type of an event record; fails for a class that is none. */
    public static String typeOf(Class<?> event) {
        return contractOf(event).type();
    }

    /** Topic of an event record; fails for a class that is none. */
    public static String topicOf(Class<?> event) {
        return contractOf(event).topic();
    }

    /** The record of a CloudEvents type, where this version of the code knows it. */
    public static Optional<Class<? extends Record>> classOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The JSON Schema of a type; null when there is none. The caller closes it. */
    public static InputStream schemaOf(String type) {
        return Contracts.class.getResourceAsStream("/schemas/" + type + ".json");
    }

    private static EventContract contractOf(Class<?> event) {
        EventContract contract = event.getAnnotation(EventContract.class);
        if (contract == null) {
            throw new IllegalArgumentException(event.getName() + " is no event contract");
        }
        return contract;
    }

    private static List<Class<? extends Record>> load() {
        ClassLoader loader = Contracts.class.getClassLoader();
        try (BufferedReader index =
                new BufferedReader(new InputStreamReader(loader.getResourceAsStream(INDEX), StandardCharsets.UTF_8))) {
            return index.lines()
                    .<Class<? extends Record>>map(name -> load(name, loader))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + INDEX, unreadable);
        }
    }

    private static Class<? extends Record> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader).asSubclass(Record.class);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(INDEX + " names " + name + ", which is gone", gone);
        }
    }
}
