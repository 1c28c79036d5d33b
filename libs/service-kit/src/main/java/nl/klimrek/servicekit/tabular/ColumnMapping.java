package nl.klimrek.servicekit.tabular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.http.HttpStatus;

/**
 * Other names of a file's columns, as its program writes them.
 *
 * @param names one for each column that has another name here, or that is left out
 */
public record ColumnMapping(List<Name> names) {

    public static final ColumnMapping NONE = new ColumnMapping(List.of());
    private static final int MAX_NAMES = 200;
    private static final int MAX_LENGTH = 200;

    /**
     * A column under another name.
     *
     * @param column its name in the file
     * @param known its name here; empty for a column that is left out
     */
    public record Name(String column, String known) {}

    public ColumnMapping {
        names = names == null ? List.of() : List.copyOf(names);
    }

    /**
     * Reads names such as {@code Personeelsnummer:employeeNumber}; {@code Schoenmaat:} leaves a column out.
     *
     * @param known names that columns can have here
     * @throws RequestRefusedException 400 {@code column-names-invalid} with the names that cannot be
     */
    public static ColumnMapping parse(Collection<String> asked, Collection<String> known) {
        List<Name> names = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        Set<String> meanings = new HashSet<>();
        for (String one : asked.stream().limit(MAX_NAMES + 1L).toList()) {
            int colon = one.lastIndexOf(':');
            Name name = colon < 0
                    ? new Name("", "")
                    : new Name(
                            one.substring(0, colon).strip(),
                            one.substring(colon + 1).strip());
            boolean right = !name.column().isEmpty()
                    && one.length() <= MAX_LENGTH
                    && columns.add(name.column())
                    && (name.known().isEmpty() || known.contains(name.known()) && meanings.add(name.known()));
            if (right) {
                names.add(name);
            } else {
                wrong.add(ColumnCheck.shown(one));
            }
        }
        if (!wrong.isEmpty() || asked.size() > MAX_NAMES) {
            throw new RequestRefusedException(
                    HttpStatus.BAD_REQUEST,
                    "column-names-invalid",
                    Map.of(
                            "wrong",
                            String.join(", ", wrong.subList(0, Math.min(20, wrong.size()))),
                            "known",
                            String.join(", ", new TreeSet<>(known)),
                            "most",
                            MAX_NAMES));
        }
        return new ColumnMapping(names);
    }

    /**
     * The table with these names in its heading and without the columns that are left out.
     *
     * @throws RefusedException {@code column-not-in-file}
     */
    Table of(Table table) {
        if (names.isEmpty()) {
            return table;
        }
        List<String> heading = table.heading();
        List<String> missing = names.stream()
                .map(Name::column)
                .filter(column -> heading.stream().noneMatch(cell -> same(cell, column)))
                .map(ColumnCheck::shown)
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.of("column-not-in-file", "missing", String.join(", ", missing)));
        }
        List<Integer> kept = IntStream.range(0, heading.size())
                .filter(at -> !"".equals(meaning(heading.get(at)).orElse(null)))
                .boxed()
                .toList();
        return new MappedTable(
                table,
                kept,
                kept.stream()
                        .map(heading::get)
                        .map(cell -> meaning(cell).orElse(cell))
                        .toList());
    }

    private Optional<String> meaning(String cell) {
        return names.stream()
                .filter(name -> same(cell, name.column()))
                .map(Name::known)
                .findFirst();
    }

    /** Also by the beginning that a refusal shows of a long name. */
    private static boolean same(String cell, String column) {
        return cell.equals(column)
                || column.length() == ColumnCheck.LONGEST_SHOWN
                        && ColumnCheck.shown(cell).equals(column);
    }
}
