package nl.klimrek.benchmarks.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that this one started, watched through its output, and ended with it. */
public final class ChildProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final double KIB_PER_MIB = 1024;

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-child"));
    }

    /** Starts a command and shows its standard error. */
    public static ChildProcess start(List<String> command) throws IOException {
        return start(command, Map.of());
    }

    /** Starts a command with these variables in its environment, and shows its standard error. */
    public static ChildProcess start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(environment);
        return new ChildProcess(process.start());
    }

    /** Starts a class in a JVM with the same flags and class path as this one. */
    public static ChildProcess java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    /** The next line of output that begins so; fails when the process ends before. */
    public String awaitLine(String beginning) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IllegalStateException("a process ended that should have said '" + beginning + "'");
    }

    public long pid() {
        return process.pid();
    }

    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Memory of the process that is in RAM now ({@code VmRSS} of Linux), in MiB. */
    public double residentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB;
            }
        }
        throw new IllegalStateException("the process is gone");
    }

    /** Processor time it has used so far, to a hundredth of a second. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow(() -> new IllegalStateException("the process is gone"));
    }

    /** Asks it to stop and waits until it did; one that does not stop is killed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
