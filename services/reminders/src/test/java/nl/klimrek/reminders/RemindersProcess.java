package nl.klimrek.reminders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.klimrek.embedded.ParentBoundMain;
import nl.klimrek.servicekit.ServiceLauncher;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The service in a process of its own, on a clock that may be ahead, which can be killed. */
public final class RemindersProcess implements AutoCloseable {

    private static final String READY = "reminders are ready";

    private final Process process;
    private final Path log;

    private RemindersProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Arguments: how far the clock is ahead, then settings as {@code <key>=<value>}. */
    public static void main(String[] arguments) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[0]));
        Map<String, Object> settings = new HashMap<>();
        for (String setting : List.of(arguments).subList(1, arguments.length)) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        ApplicationContextInitializer<GenericApplicationContext> ahead =
                context -> context.registerBean("clock", Clock.class, () -> clock);
        ServiceLauncher.start(RemindersService.class, RemindersService.NAME, settings, ahead);
        System.out.println(READY);
    }

    /** Starts it. It ends with this process at the latest. */
    static RemindersProcess start(Path log, Duration ahead, Map<String, Object> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ParentBoundMain.class.getName(),
                RemindersProcess.class.getName(),
                ahead.toString()));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        try {
            return new RemindersProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it said last, for the message of a failure. */
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
