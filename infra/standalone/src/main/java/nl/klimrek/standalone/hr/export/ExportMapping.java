package nl.klimrek.standalone.hr.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.servicekit.tabular.ColumnCheck;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of an export's columns: one rule per field of {@code nl.klimrek.hr.employee.upserted.v1}. Without a
 * mapping file the columns are named after the fields.
 *
 * @param dates pattern of all dates, default {@code yyyy-MM-dd}; see {@link DatePattern}
 * @param latestYear latest year that two digits can mean, default 2049
 * @param managerName column with the manager's name, for exports without the manager's number; the name is looked up
 *     among all rows
 * @param fields rule per field
 */
public record ExportMapping(
        String dates, Integer latestYear, @Nullable String managerName, Map<String, FieldRule> fields) {

    private static final Set<String> KNOWN = Arrays.stream(EmployeeUpserted.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    private static final List<String> REQUIRED = List.of("employeeNumber", "effectiveAt", "familyName", "startDate");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    private static final String DATES = "yyyy-MM-dd";
    private static final int LATEST_YEAR = 2049;

    public ExportMapping {
        // Jackson passes null for an absent field.
        dates = dates == null ? DATES : dates;
        latestYear = latestYear == null ? LATEST_YEAR : latestYear;
        fields = fields == null ? Map.of() : new TreeMap<>(fields);
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new CannotLoadException("The mapping names " + unknown + "; a record has " + KNOWN + ".");
        }
        if (latestYear < 1950 || latestYear > 2199) {
            throw new CannotLoadException("The mapping's latestYear must be 1950 to 2199.");
        }
        if (managerName != null && fields.containsKey("managerNumber")) {
            throw new CannotLoadException(
                    "The mapping finds managers by managerName or by managerNumber, not by both.");
        }
    }

    /** The mapping of a file whose columns are named after the fields. */
    public static ExportMapping none(List<String> columns) {
        ColumnCheck named = ColumnCheck.of(columns, REQUIRED, KNOWN);
        if (!named.fit()) {
            throw new CannotLoadException(misnamed(named));
        }
        return new ExportMapping(
                DATES,
                LATEST_YEAR,
                null,
                columns.stream().collect(Collectors.toMap(column -> column, FieldRule::sameColumn)));
    }

    private static String misnamed(ColumnCheck columns) {
        if (columns.noHeading(REQUIRED)) {
            return "The first row names no field of a record; it must name the columns, or --map says what they mean.";
        }
        StringBuilder text = new StringBuilder("The heading does not fit.");
        if (!columns.unknown().isEmpty()) {
            text.append(" Columns that are no field of a record: ")
                    .append(columns.unknown())
                    .append('.');
        }
        if (!columns.missing().isEmpty()) {
            text.append(" Missing: ").append(columns.missing()).append('.');
        }
        if (!columns.repeated().isEmpty()) {
            text.append(" Twice: ").append(columns.repeated()).append('.');
        }
        return text + " A record has " + KNOWN + ". Rename them, or say with --map what they mean.";
    }

    public static ExportMapping read(Path file) {
        try {
            ExportMapping map = YAML.readValue(Files.readAllBytes(file), ExportMapping.class);
            if (map == null || map.fields.isEmpty()) {
                throw new CannotLoadException("The mapping " + file + " has no fields.");
            }
            return map;
        } catch (JsonProcessingException unreadable) {
            if (unreadable.getCause() instanceof CannotLoadException because) {
                throw because;
            }
            throw new CannotLoadException(
                    "The mapping " + file + " cannot be read: " + unreadable.getOriginalMessage());
        } catch (IOException away) {
            throw new CannotLoadException("The mapping " + file + " cannot be read.");
        }
    }

    /** Throws if the file lacks a column that the rules need. */
    public void fits(List<String> columns) {
        Set<String> missing = fields.values().stream()
                .map(FieldRule::column)
                .filter(column -> column != null)
                .collect(Collectors.toCollection(TreeSet::new));
        if (managerName != null) {
            missing.add(managerName);
        }
        missing.removeAll(columns);
        if (!missing.isEmpty()) {
            throw new CannotLoadException("The file has no column " + missing + "; it has " + columns + ".");
        }
        if (fields.isEmpty()) {
            throw new CannotLoadException(
                    "No column of the file is named after a field of a record; say with --map what they mean.");
        }
    }

    public DatePattern dateForm() {
        return new DatePattern(dates, latestYear);
    }
}
