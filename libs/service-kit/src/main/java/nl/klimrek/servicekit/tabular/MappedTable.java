package nl.klimrek.servicekit.tabular;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.servicekit.tabular.file.TextEncoding;

/** A table with other names in its heading, and without some of its columns. */
final class MappedTable implements Table {

    private final Table table;
    private final List<Integer> kept;
    private final List<String> heading;
    private final int width;

    /**
     * @param kept places of the columns that stay
     * @param heading their names
     */
    MappedTable(Table table, List<Integer> kept, List<String> heading) {
        this.table = table;
        this.kept = kept;
        this.heading = List.copyOf(heading);
        this.width = table.heading().size();
    }

    @Override
    public List<String> heading() {
        return heading;
    }

    @Override
    public String format() {
        return table.format();
    }

    @Override
    public TextEncoding encoding() {
        return table.encoding();
    }

    @Override
    public Optional<TableRow> next() {
        return table.next().map(row -> new TableRow(row.number(), row.line(), kept(row.cells()), row.cutOff()));
    }

    /** A row with too few or too many cells stays one, also when what it lacks is left out. */
    private List<String> kept(List<String> cells) {
        int most = Math.max(0, kept.size() - Math.max(0, width - cells.size()));
        return Stream.concat(
                        kept.stream().filter(at -> at < cells.size()).limit(most),
                        IntStream.range(width, cells.size()).boxed())
                .map(cells::get)
                .toList();
    }

    @Override
    public void close() {
        table.close();
    }
}
