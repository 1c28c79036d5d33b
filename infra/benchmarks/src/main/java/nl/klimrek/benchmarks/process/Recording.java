package nl.klimrek.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JFR recording of the platform and its table of threads, kept to find out what is expensive. */
public final class Recording {

    private static final Path FOLDER = Path.of("infra/benchmarks/target").toAbsolutePath();

    private final long pid;
    private final String name;

    private Recording(long pid, String name) {
        this.pid = pid;
        this.name = name;
    }

    /** Begins a recording, whose files get this name. */
    public static Recording start(long pid, String name) throws IOException, InterruptedException {
        Recording recording = new Recording(pid, name);
        recording.jcmd("JFR.start", "name=" + name, "settings=profile");
        return recording;
    }

    /** Writes both files and says where they are. */
    public void keep(Spent spent) throws IOException, InterruptedException {
        Path jfr = FOLDER.resolve(name + ".jfr");
        jcmd("JFR.stop", "name=" + name, "filename=" + jfr);
        Path table = FOLDER.resolve(name + "-threads.txt");
        Files.writeString(table, spent.table());
        System.err.println("Recording: " + jfr + "; threads: " + table);
    }

    private void jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
