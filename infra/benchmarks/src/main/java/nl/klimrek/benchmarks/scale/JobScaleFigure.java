package nl.klimrek.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.embedded.store.StoreMain;

/**
 * Due documents that a clock job handles with one write each, at one, two and four instances in processes of their own. Raw is
 * one instance in the same run.
 */
public final class JobScaleFigure implements Figure {

    private static final List<Integer> INSTANCES = List.of(1, 2, 4);

    @Override
    public String name() {
        return "scale.jobs";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int documents = setting.size(3_000, 10_000);
        Path folder = setting.folder().resolve(name());
        int port = Instance.freePort();
        double ofOne = Double.NaN;
        try (Instance store = Instance.start(
                        "store",
                        folder,
                        port,
                        StoreMain.class,
                        List.of(folder.resolve("store").toString(), "" + port))
                .awaitListening()) {
            for (int instances : INSTANCES) {
                double perSecond = documents / seconds(folder, store.port(), instances, documents);
                ofOne = instances == 1 ? perSecond : ofOne;
                lines.accept(ReportLine.of(
                        "scale.jobs-by-" + instances + "-per-s", perSecond, ofOne, "documents; raw: one instance"));
            }
        }
    }

    private static double seconds(Path folder, int port, int instances, int documents) throws IOException {
        String uri = "mongodb://127.0.0.1:" + port;
        String database = "jobs-" + instances;
        List<Instance> started = new ArrayList<>();
        try (DueTasks tasks = new DueTasks(uri, database)) {
            tasks.fill(documents);
            for (int i = 0; i < instances; i++) {
                String name = database + "-" + i;
                started.add(Instance.start(name, folder, 0, DueTasks.class, List.of(uri, database, name)));
            }
            return tasks.run(instances);
        } finally {
            started.forEach(Instance::close);
        }
    }
}
