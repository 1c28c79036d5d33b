package nl.klimrek.standalone.hr;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.standalone.hr.HrRecordProducer.Run;
import nl.klimrek.standalone.hr.export.CannotLoadException;
import nl.klimrek.standalone.hr.export.ExportReader;
import nl.klimrek.standalone.hr.export.SentRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Loads an HR export into a running platform: sends each row as a record on the inbound topic and tracks it until it
 * is on the roster or in quarantine. Exit 0: the counts add up; 1: they do not; 2: it could not start.
 */
@Command(
        name = "infra/hr-events",
        description = "Turns an HR export into records on the inbound topic.",
        mixinStandardHelpOptions = true)
public final class HrEvents implements Callable<Integer> {

    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration BROKER_TIMEOUT = Duration.ofMinutes(2);

    @Parameters(paramLabel = "FILE.csv", description = "the export, as CSV or XLSX")
    private Path file;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description =
                    "mapping of the columns (examples: infra/hr-maps); not needed if they are named after the fields")
    private Path map;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "encoding of the text, for example windows-1252; detected by default")
    private String encoding;

    @Option(
            names = "--organisation",
            paramLabel = "ORG",
            defaultValue = "demo",
            description = "organisation of the people; default ${DEFAULT-VALUE}")
    private String organisation;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "HR system the numbers belong to; default hr-export, or hr-ORG for another organisation than demo")
    private String source;

    @Option(
            names = "--connection",
            paramLabel = "FILE",
            description =
                    "connection file of a platform on other machines, with klimrek.portal.url; KLIMREK_TOKEN holds a "
                            + "token of HR")
    private @Nullable Path connection;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "secret with which the source signs, with --connection")
    private @Nullable Path secretFile;

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
            description = "accepted by every script; not used here")
    private int unusedMongoPort;

    private final PrintStream out = System.out;

    /** Runs the script with these command-line arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HrEvents()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            return load() ? 0 : 1;
        } catch (CannotLoadException sentence) {
            System.err.println(sentence.getMessage());
            return 2;
        } catch (LoadInterruptedException sentence) {
            System.err.println(sentence.getMessage());
            return 1;
        }
    }

    private boolean load() {
        String system = source != null ? source : organisation.equals("demo") ? "hr-export" : "hr-" + organisation;
        Clock clock = Clock.systemUTC();
        LoadState state = LoadState.of(file, organisation, system);
        try (ExportReader export = ExportReader.open(file, map, encoding, system, LocalDate.now(clock))) {
            out.println(file.getFileName() + ": " + export.rows() + " rows (" + export.readAs() + ")");
            Optional<RemotePlatform> remote = Optional.ofNullable(connection).map(RemotePlatform::new);
            PeopleClient people = remote.map(platform -> new PeopleClient(platform.portal(), RemotePlatform::token))
                    .orElseGet(
                            () -> new PeopleClient("http://localhost:" + port, new HrTokenCommand(organisation, port)));
            people.summary();
            Run run = new Run(system, state.batch(), export.fields(), clock.instant());
            OutcomeTracker deliveries = new OutcomeTracker(people, system, run.saidAt());
            HrCredentials credentials = new HrCredentials(data);
            try (HrRecordProducer records = new HrRecordProducer(
                    remote.map(RemotePlatform::broker).orElseGet(() -> credentials.broker(kafkaPort)),
                    organisation,
                    run,
                    remote.isPresent() ? RemotePlatform.secret(secretFile) : credentials.secretOf(system),
                    BROKER_TIMEOUT)) {
                List<SentRow> sent = new ExportLoader(export, records, deliveries, state, out)
                        .load(progress("Processed", export.rows()));
                return account(people, system, sent, deliveries);
            }
        }
    }

    /** Waits until the rows of this run have arrived, and prints where they ended. */
    private boolean account(PeopleClient people, String system, List<SentRow> sent, OutcomeTracker deliveries) {
        RosterTracker arrivals = new RosterTracker(people, system, sent);
        follow(arrivals, progress("Arriving", sent.size()), sent.size());
        LoadSummary account = new LoadSummary(sent.size(), arrivals.all());
        account.print(out);
        out.println("Outcomes: "
                + Stream.of(RecordOutcome.values())
                        .map(each -> each + " " + deliveries.counts().getOrDefault(each, 0L))
                        .collect(Collectors.joining(", "))
                + ".");
        out.println("The whole organisation " + organisation + " now: " + people.summary());
        return account.addsUp();
    }

    /** Returns when all rows have arrived, or none has for a minute. */
    private static void follow(RosterTracker arrivals, ProgressBar progress, int all) {
        int before = -1;
        long movedAt = System.nanoTime();
        for (int there = arrivals.look(); there < all; there = arrivals.look()) {
            progress.show(there);
            if (there > before) {
                before = there;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > STALL_TIMEOUT.toNanos()) {
                return;
            }
            ExportLoader.pause();
        }
        progress.show(all);
    }

    private ProgressBar progress(String what, long all) {
        return new ProgressBar(out, Boolean.getBoolean("klimrek.terminal"), what, all);
    }
}
