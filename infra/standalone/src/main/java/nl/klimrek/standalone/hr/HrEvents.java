package nl.klimrek.standalone.hr;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.standalone.hr.HrRecords.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Loads an HR export into a running platform: each row becomes a record on the inbound topic, and each is followed until
 * it is on the roster or in quarantine. Exit 0: the counts add up; 1: they do not; 2: it could not begin.
 */
@Command(
        name = "infra/hr-events",
        description = "Turns an HR export into records on the inbound topic.",
        mixinStandardHelpOptions = true)
public final class HrEvents implements Callable<Integer> {

    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final Duration BROKER_TIMEOUT = Duration.ofMinutes(2);

    @Parameters(paramLabel = "FILE.csv", description = "the export, as CSV or XLSX")
    private Path file;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "what its columns mean, see infra/hr-maps; none when they are named after the fields")
    private Path map;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "encoding of the text, for example windows-1252; none where the file tells")
    private String encoding;

    @Option(
            names = "--organisation",
            paramLabel = "ORG",
            defaultValue = "demo",
            description = "whose people they are; default ${DEFAULT-VALUE}")
    private String organisation;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "HR system the numbers belong to; default hr-export, or hr-ORG for another organisation than demo")
    private String source;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the portal")
    private int port;

    @Option(names = "--kafka-port", paramLabel = "N", defaultValue = "9092", description = "port of the broker")
    private int kafkaPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".klimrek",
            description = "data folder of the platform, with the broker's client files")
    private Path data;

    @Option(
            names = "--mongo-port",
            paramLabel = "N",
            defaultValue = "27017",
            description = "taken as every script takes it; not needed here")
    private int mongoPort;

    private final PrintStream out = System.out;

    /** @param arguments as the script takes them */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HrEvents()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            return load() ? 0 : 1;
        } catch (NotPossible sentence) {
            System.err.println(sentence.getMessage());
            return 2;
        } catch (NotArrived sentence) {
            System.err.println(sentence.getMessage());
            return 1;
        }
    }

    private boolean load() {
        String system = source != null ? source : organisation.equals("demo") ? "hr-export" : "hr-" + organisation;
        Clock clock = Clock.systemUTC();
        RunState state = RunState.of(file, organisation, system);
        try (Export export = Export.open(file, map, encoding, system, LocalDate.now(clock))) {
            out.println(file.getFileName() + ": " + export.rows() + " rows (" + export.readAs() + ")");
            PeopleApi people = new PeopleApi("http://localhost:" + port, new HrTokens(organisation, port));
            people.summary();
            Run run = new Run(system, state.batch(), export.fields(), clock.instant());
            Deliveries deliveries = new Deliveries(people, system, run.saidAt());
            HrCredentials credentials = new HrCredentials(data);
            try (HrRecords records = new HrRecords(
                    credentials.broker(kafkaPort), organisation, run, credentials.secretOf(system), BROKER_TIMEOUT)) {
                List<HrRow> sent =
                        new Loading(export, records, deliveries, state, out).load(progress("Processed", export.rows()));
                return account(people, system, sent, deliveries);
            }
        }
    }

    /** Where the rows of this run are, once all that follows from them is done. */
    private boolean account(PeopleApi people, String system, List<HrRow> sent, Deliveries deliveries) {
        Arrivals arrivals = new Arrivals(people, system, sent);
        follow(arrivals, progress("Arriving", sent.size()), sent.size());
        Account account = new Account(sent.size(), arrivals.all());
        account.print(out);
        out.println("Outcomes: "
                + Stream.of(RecordOutcome.values())
                        .map(each -> each + " " + deliveries.counts().getOrDefault(each, 0L))
                        .collect(Collectors.joining(", "))
                + ".");
        out.println("The whole organisation " + organisation + " now: " + people.summary());
        return account.addsUp();
    }

    /** Ends when all have arrived, or when none has for a minute. */
    private static void follow(Arrivals arrivals, Progress progress, int all) {
        int before = -1;
        long movedAt = System.nanoTime();
        for (int there = arrivals.look(); there < all; there = arrivals.look()) {
            progress.show(there);
            if (there > before) {
                before = there;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
                return;
            }
            Loading.pause();
        }
        progress.show(all);
    }

    private Progress progress(String what, long all) {
        return new Progress(out, Boolean.getBoolean("klimrek.terminal"), what, all);
    }
}
