package nl.klimrek.contracts.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Releases what is not released yet: each schema that is new or has grown is copied to {@code released/} as the next minor
 * version, and every file there is frozen with its checksum, samples too. Run it in {@code libs/contracts}:
 * {@code java src/test/java/nl/klimrek/contracts/evolution/Release.java}; the build then holds what it wrote.
 */
final class Release {

    static final Path RESOURCES = Path.of("src/main/resources");
    static final Path RELEASED = RESOURCES.resolve("released");
    private static final Path CHECKSUMS = RESOURCES.resolve("released.sha256");

    private Release() {}

    public static void main(String... none) throws IOException {
        Files.createDirectories(RELEASED);
        TreeMap<String, String> frozen = new TreeMap<>();
        for (String line : Files.readAllLines(CHECKSUMS)) {
            frozen.put(line.split("  ", 2)[1], line.split("  ", 2)[0]);
        }
        for (Path schema : files(RESOURCES.resolve("schemas"))) {
            release(schema);
            frozen.remove("schemas/" + schema.getFileName());
        }
        for (Path file : Stream.concat(files(RELEASED).stream(), files(RESOURCES.resolve("samples")).stream())
                .toList()) {
            frozen.putIfAbsent(RESOURCES.relativize(file).toString(), checksum(file));
        }
        Files.write(
                CHECKSUMS,
                frozen.entrySet().stream()
                        .map(file -> file.getValue() + "  " + file.getKey())
                        .toList());
    }

    private static void release(Path schema) throws IOException {
        String type = schema.getFileName().toString().replaceFirst("\\.json$", "");
        int minor = 0;
        while (Files.exists(RELEASED.resolve(type + "." + minor + ".json"))) {
            minor++;
        }
        if (minor == 0 || Files.mismatch(schema, RELEASED.resolve(type + "." + (minor - 1) + ".json")) >= 0) {
            Files.copy(schema, RELEASED.resolve(type + "." + minor + ".json"));
        }
    }

    /** The message whose minor version a file in {@code released/} is. */
    static String typeOf(String file) {
        return file.replaceFirst("\\.[0-9]+\\.json$", "");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String checksum(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
