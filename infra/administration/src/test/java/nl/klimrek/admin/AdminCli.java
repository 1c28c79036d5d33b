package nl.klimrek.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs commands against a platform, as {@code infra/admin} does. */
public record AdminCli(Path connection) {

    public static AdminCli of(Path folder, String bootstrapServers, String storeUri) {
        try {
            Path file = folder.resolve("admin.conf");
            Files.writeString(
                    file, "bootstrap.servers=%s%nklimrek.store.uri=%s%n".formatted(bootstrapServers, storeUri));
            return new AdminCli(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command printed, and how it ended. */
    public record Result(int exitCode, String output) {}

    public Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--connection", connection.toString()));
        StringWriter text = new StringWriter();
        CommandLine command =
                AdminCommand.commandLine().setOut(new PrintWriter(text, true)).setErr(new PrintWriter(text, true));
        int code = command.execute(all.toArray(String[]::new));
        return new Result(code, text.toString());
    }
}
