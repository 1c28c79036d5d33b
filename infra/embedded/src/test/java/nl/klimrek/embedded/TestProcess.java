package nl.klimrek.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that acknowledges its work line by line on its standard output, until it is killed. */
public final class TestProcess {

    private final Process process;
    private final BufferedReader lines;
    private final List<String> acknowledged = new ArrayList<>();

    private TestProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    public static TestProcess run(Class<?> program, Path folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                folder.toString()));
        command.addAll(List.of(more));
        return new TestProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Reads acknowledgements until there are that many, then kills with no warning and reads what was still in the pipe. */
    public List<String> killAfter(int acknowledgements) throws IOException, InterruptedException {
        while (acknowledged.size() < acknowledgements) {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException(
                        "The child ended by itself after " + acknowledged.size() + " acknowledgements");
            }
            acknowledged.add(line);
        }
        // Through its handle: killing through the process would close the pipe with acknowledgements still in it.
        process.toHandle().destroyForcibly();
        // A last line without its end may be cut short by the kill, so it counts for nothing.
        StringBuilder rest = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            rest.append((char) c);
        }
        rest.substring(0, rest.lastIndexOf("\n") + 1).lines().forEach(acknowledged::add);
        process.waitFor(10, TimeUnit.SECONDS);
        return acknowledged;
    }
}
