package nl.klimrek.portal.frame;

import java.util.List;

/**
 * Stacked bars, or columns when there are many along a time axis.
 *
 * @param title what the chart shows; also the caption of its table
 * @param unit  what the figures count, for the head of the table
 * @param kinds what the parts are called, in the order of the parts
 * @param rows  one for each bar
 */
public record BarChart(String title, String unit, List<String> kinds, List<Row> rows) {

    /**
     * One bar.
     *
     * @param label what it is of
     * @param parts figures, in the order of the kinds
     * @param texts the same figures as people read them
     */
    public record Row(String label, List<Long> parts, List<String> texts) {
        public Row {
            parts.forEach(part -> {
                if (part < 0) {
                    throw new IllegalArgumentException("A bar cannot be shorter than nothing");
                }
            });
        }

        long total() {
            return parts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A rectangle of a bar; positions in thousandths of the longest bar. */
    public record Piece(int kind, int from, int width, String text) {}

    /** The pieces of a row, against the longest row of this chart. */
    public List<Piece> pieces(Row row) {
        long longest = Math.max(1, rows.stream().mapToLong(Row::total).max().orElse(1));
        List<Piece> pieces = new java.util.ArrayList<>();
        long before = 0;
        for (int kind = 0; kind < row.parts().size(); kind++) {
            long part = row.parts().get(kind);
            int from = (int) (before * 1000 / longest);
            int until = (int) ((before + part) * 1000 / longest);
            if (part > 0) {
                pieces.add(new Piece(
                        kind,
                        from,
                        Math.max(1, until - from),
                        kinds.get(kind) + ": " + row.texts().get(kind)));
            }
            before += part;
        }
        return pieces;
    }
}
