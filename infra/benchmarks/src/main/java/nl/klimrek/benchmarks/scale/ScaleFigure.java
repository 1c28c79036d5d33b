package nl.klimrek.benchmarks.scale;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.benchmarks.pipeline.PreparationWriter;
import org.HdrHistogram.Histogram;
import org.bson.Document;

/**
 * One writer's commands on documents spread over the whole collection, at two sizes of it. Raw is what a command cannot
 * do without: read the document by its id, and change it by its id.
 */
public final class ScaleFigure implements Figure {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 500;
    private static final String DATABASE = "benchmark-scale";
    private static final String ORGANISATION = "scale";

    @Override
    public String name() {
        return "scale.documents";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int commands = setting.size(1_000, 10_000);
        Map<Integer, Histogram> ours = new TreeMap<>();
        Map<Integer, Histogram> raw = new TreeMap<>();
        try (Engines engines = Engines.start(setting, "scale");
                MongoClient mongo = MongoClients.create(engines.mongoUri());
                PreparationWriter writer = PreparationWriter.start(engines, DATABASE)) {
            MongoCollection<Document> documents =
                    mongo.getDatabase(DATABASE).getCollection(PreparationWriter.COLLECTION);
            CollectionFiller filling = new CollectionFiller(writer, documents, ORGANISATION);
            CommandTiming.of(WARM_UP, command -> writer.save("warm", "p" + command % 50, "c" + command % 50));
            for (int size : new int[] {FEW, MANY}) {
                filling.upTo(size);
                int step = size / FEW;
                ours.put(size, CommandTiming.of(commands, command -> {
                    int document = command % FEW * step;
                    writer.save(ORGANISATION, "p" + document, "c" + document);
                }));
                raw.put(size, CommandTiming.of(commands, command -> {
                    Document id = new Document("_id", ORGANISATION + "/c" + command % FEW * step);
                    documents.find(id).first();
                    documents.updateOne(id, new Document("$set", new Document("touched", command)));
                }));
                lines.accept(line("scale.command-at-" + size + "-us", at(ours, size), at(raw, size)));
            }
        }
        lines.accept(ReportLine.of(
                "scale.growth",
                (double) at(ours, MANY).getValueAtPercentile(50),
                (double) at(ours, FEW).getValueAtPercentile(50),
                "p50 in us at " + MANY + " beside at " + FEW + " documents: a ratio near 1 is flat"));
    }

    private static Histogram at(Map<Integer, Histogram> measured, int size) {
        return Objects.requireNonNull(measured.get(size));
    }

    private static ReportLine line(String name, Histogram ours, Histogram raw) {
        return new ReportLine(
                name,
                ours.getValueAtPercentile(50),
                raw.getValueAtPercentile(50),
                ours.getValueAtPercentile(50),
                ours.getValueAtPercentile(99),
                "p50 of one writer; raw: find and update by id");
    }
}
