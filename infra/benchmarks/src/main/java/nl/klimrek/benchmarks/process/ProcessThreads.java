package nl.klimrek.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Processor time and voluntary context switches of the threads of a JVM, from Linux ({@code proc(5)}). Names come from the
 * JVM itself, because Linux keeps fifteen characters of them.
 */
public final class ProcessThreads {

    private static final Pattern NAMED = Pattern.compile("^\"(.*?)\".* nid=(?:0x([0-9a-f]+)|(\\d+)).*");
    private static final String SWITCHES = "voluntary_ctxt_switches:";

    private final long pid;
    private final Map<Long, String> names = new HashMap<>();

    public ProcessThreads(long pid) {
        this.pid = pid;
    }

    /**
     * What a thread has used since it began.
     *
     * @param nanos processor time
     * @param switches how often it went to sleep by itself, which is how often it was woken
     */
    public record Usage(String name, long nanos, long switches) {}

    /** The threads that live now, by their id. */
    public Map<Long, Usage> now() throws IOException, InterruptedException {
        readNames();
        Map<Long, Usage> usages = new HashMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", "" + pid, "task"))) {
            for (Path task : tasks) {
                try {
                    long id = Long.parseLong(task.getFileName().toString());
                    usages.put(id, new Usage(name(id, task), nanos(task), switches(task)));
                } catch (NoSuchFileException ended) {
                    // A thread that ended meanwhile is left out.
                }
            }
        }
        return usages;
    }

    /** Processor time of the whole process, threads that ended included. */
    public long processNanos() throws IOException {
        String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return ticks * TimeUnit.MILLISECONDS.toNanos(10);
    }

    private String name(long id, Path task) throws IOException {
        String known = names.get(id);
        return known != null ? known : Files.readString(task.resolve("comm")).strip();
    }

    private static long nanos(Path task) throws IOException {
        return Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
    }

    private static long switches(Path task) throws IOException {
        for (String line : Files.readAllLines(task.resolve("status"))) {
            if (line.startsWith(SWITCHES)) {
                return Long.parseLong(line.substring(SWITCHES.length()).strip());
            }
        }
        throw new IllegalStateException(task + " tells no context switches");
    }

    private void readNames() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid, "Thread.print")
                .redirectErrorStream(true)
                .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        text.lines().forEach(line -> {
            Matcher named = NAMED.matcher(line);
            if (named.matches()) {
                names.put(
                        named.group(2) == null ? Long.parseLong(named.group(3)) : Long.parseLong(named.group(2), 16),
                        named.group(1));
            }
        });
    }
}
