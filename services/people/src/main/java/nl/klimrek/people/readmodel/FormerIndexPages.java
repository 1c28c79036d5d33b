package nl.klimrek.people.readmodel;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;

/**
 * The pages in which the version before kept an index: 256 documents for each kind and organisation. They are moved to
 * rows before the first read. A page is deleted only in the version that was moved, so a write of an instance of the
 * version before is moved too.
 */
final class FormerIndexPages {
    private static final int PAGES = 256;
    private static final long RECHECK_NANOS = Duration.ofMinutes(1).toNanos();
    private static final String VERSION = "version";

    private final MongoCollection<Document> pages;
    private final Map<String, Long> movedAt = new ConcurrentHashMap<>();

    FormerIndexPages(MongoCollection<Document> pages) {
        this.pages = pages;
    }

    /** One entry of a page. */
    record Line(String id, long sequence, String value) {}

    /** Moves the pages that are left; looks for them once a minute. @param rows takes the lines of one page */
    void move(Organisation organisation, String kind, Consumer<List<Line>> rows) {
        String scope = Key.of(organisation, kind).value();
        Long last = movedAt.get(scope);
        if (last != null && System.nanoTime() - last < RECHECK_NANOS) {
            return;
        }
        List<String> keys = IntStream.range(0, PAGES)
                .mapToObj(page -> Key.of(organisation, kind + ":" + String.format("%02x", page))
                        .value())
                .toList();
        Document left = new Document("_id", new Document("$in", keys));
        for (List<Document> found = read(left); !found.isEmpty(); found = read(left)) {
            for (Document page : found) {
                rows.accept(lines(page));
                pages.deleteOne(new Document("_id", page.getString("_id")).append(VERSION, page.get(VERSION)));
            }
        }
        movedAt.put(scope, System.nanoTime());
    }

    long count() {
        return pages.estimatedDocumentCount();
    }

    /** Moves some pages of any organisation and kind; returns false if none was left. */
    boolean moveSome(int most, PageRows rows) {
        List<Document> some = pages.find().limit(most).into(new ArrayList<>());
        for (Document page : some) {
            Key key = Key.parse(page.getString("_id"));
            rows.accept(key.organisation(), key.id().substring(0, key.id().lastIndexOf(':')), lines(page));
            pages.deleteOne(new Document("_id", page.getString("_id")).append(VERSION, page.get(VERSION)));
        }
        return !some.isEmpty();
    }

    /** Takes the lines of one page. */
    interface PageRows {
        void accept(Organisation organisation, String kind, List<Line> lines);
    }

    private List<Document> read(Document query) {
        return pages.find(query).into(new ArrayList<>());
    }

    private static List<Line> lines(Document page) {
        Document lines = page.get("state", new Document()).get("lines", Document.class);
        return lines == null
                ? List.of()
                : lines.entrySet().stream()
                        .map(entry -> line(entry.getKey(), (Document) entry.getValue()))
                        .toList();
    }

    /** A field name held two other characters in place of a dot and a dollar sign. */
    private static Line line(String field, Document line) {
        return new Line(
                field.replace('\uFF0E', '.').replace('\uFF04', '$'),
                Objects.requireNonNull(line.get("sequence", Number.class)).longValue(),
                Objects.requireNonNull(line.getString("value")));
    }
}
