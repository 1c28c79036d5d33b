package nl.klimrek.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.benchmarks.backlog.BacklogFigure;
import nl.klimrek.benchmarks.conversations.ConversationsFigure;
import nl.klimrek.benchmarks.front.ChoiceFigure;
import nl.klimrek.benchmarks.front.FrontFigure;
import nl.klimrek.benchmarks.hr.HrFigure;
import nl.klimrek.benchmarks.journal.JournalFigure;
import nl.klimrek.benchmarks.pipeline.PipelineFigure;
import nl.klimrek.benchmarks.popforms.SkillsFigure;
import nl.klimrek.benchmarks.portal.PortalFigure;
import nl.klimrek.benchmarks.reminders.CycleFigure;
import nl.klimrek.benchmarks.reminders.RemindersFigure;
import nl.klimrek.benchmarks.scale.JobScaleFigure;
import nl.klimrek.benchmarks.scale.LoadScaleFigure;
import nl.klimrek.benchmarks.scale.ReaderScaleFigure;
import nl.klimrek.benchmarks.scale.ScaleFigure;
import nl.klimrek.benchmarks.start.StartFigure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the requested figures one after another and prints each result at once. */
@Command(
        name = "infra/bench",
        mixinStandardHelpOptions = true,
        description = "Prints figures beside their limits: name ours raw ratio p50 p99.")
public final class Benchmarks implements Callable<Integer> {

    private static final List<Figure> ALL = Stream.of(
                    Stream.of(
                            new StartFigure(),
                            new PipelineFigure(),
                            new BacklogFigure(),
                            new ScaleFigure(),
                            new LoadScaleFigure(),
                            new JobScaleFigure(),
                            new JournalFigure(),
                            new ConversationsFigure(),
                            new SkillsFigure(),
                            new PortalFigure(),
                            new RemindersFigure(),
                            new CycleFigure(),
                            new HrFigure()),
                    ReaderScaleFigure.all().stream(),
                    FrontFigure.all().stream(),
                    ChoiceFigure.all().stream())
            .flatMap(figures -> figures)
            .toList();

    private static final int LEAST = 1_000;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "figures to measure, all when none is named: start, pipeline (pipeline.journey, pipeline.backlog), scale (scale.documents, scale.readers with scale.readers.reminders and so on, scale.load, scale.jobs), journal, conversations, pop.skills, portal, front (front.14, front.1000, front.10000), reminders (reminders.sending, reminders.cycle), choices (each choice by its name), hr")
    private List<String> names = List.of();

    @Option(names = "--full", description = "full sizes for all figures, as for those that are named")
    private boolean full;

    @Option(
            names = "--commands",
            paramLabel = "N",
            defaultValue = "0",
            description = "commands of the pipeline, at least 1000")
    private int commands;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            defaultValue = "0",
            description = "events a broker outage leaves behind, at least 1000")
    private int backlog;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "0",
            description = "people in the file of an HR system, at least 1000")
    private int people;

    @Option(names = "--profile", description = "keep a recording of the platform that front starts")
    private boolean profile;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "port of the platform that is started (any free one)")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "port of the broker that is started (any free one)")
    private int kafkaPort;

    @Option(
            names = "--mongo-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "port of the store that is started (any free one)")
    private int mongoPort;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            required = true,
            hidden = true,
            description = "an empty folder for this run")
    private Path folder;

    public static void main(String[] arguments) {
        // Silences the embedded web server.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    /** 1 when a figure could not be measured; the others are measured all the same. */
    @Override
    public Integer call() {
        if (backlog != 0 && backlog < LEAST || commands != 0 && commands < LEAST || people != 0 && people < LEAST) {
            System.err.println("A backlog has at least " + LEAST
                    + " events, the pipeline as many commands, and a file as many people.");
            return 2;
        }
        for (String name : names) {
            if (ALL.stream().noneMatch(figure -> asked(figure, name))) {
                System.err.println("There is no figure '" + name + "'; there are " + known() + ".");
                return 2;
            }
        }
        BenchmarkSettings setting = new BenchmarkSettings(
                full || !names.isEmpty(),
                folder.toAbsolutePath().normalize(),
                port,
                kafkaPort,
                mongoPort,
                commands,
                backlog,
                people,
                full,
                profile);
        System.out.println(ReportLine.header());
        int failed = 0;
        for (Figure figure : ALL) {
            if (names.isEmpty() && !figure.onlyWhenNamed() || names.stream().anyMatch(name -> asked(figure, name))) {
                failed += measured(figure, setting) ? 0 : 1;
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private static boolean measured(Figure figure, BenchmarkSettings setting) {
        try {
            figure.measure(setting, line -> System.out.println(line.text()));
            return true;
        } catch (Exception e) {
            System.err.println(figure.name() + " could not be measured: " + e);
            return false;
        }
    }

    private static boolean asked(Figure figure, String name) {
        return figure.name().equals(name) || figure.name().startsWith(name + ".");
    }

    private static String known() {
        return ALL.stream()
                .map(Figure::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString()
                .replaceAll("[\\[\\]]", "");
    }
}
