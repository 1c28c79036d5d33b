package nl.klimrek.servicekit.imports.job;

import java.util.Objects;
import java.util.OptionalLong;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.tabular.ColumnMapping;
import org.jspecify.annotations.Nullable;

/**
 * A request to import a file.
 *
 * @param source HR system whose employee numbers the file has; null where there is none
 * @param dryRun whether the rows are only previewed
 * @param encoding encoding that the caller named; null for none
 * @param columns other names of the file's columns
 * @param actor who requested it
 * @param correlationId correlation of the request
 * @param traceparent trace of the request; may be null
 */
public record ImportRequest(
        @Nullable String source,
        boolean dryRun,
        @Nullable String encoding,
        ColumnMapping columns,
        String actor,
        String correlationId,
        @Nullable String traceparent) {

    public ImportRequest {
        columns = columns == null ? ColumnMapping.NONE : columns;
    }

    public static ImportRequest of(
            @Nullable String source,
            boolean dryRun,
            @Nullable String encoding,
            ColumnMapping columns,
            MessageContext context) {
        return new ImportRequest(
                source, dryRun, encoding, columns, context.actor(), context.correlationId(), context.traceparent());
    }

    /** The request to apply the file of this dry run. */
    ImportRequest toApply(MessageContext context) {
        return of(source, false, encoding, columns, context);
    }

    /** Whether a repeated request asks the same, also when another person sends it. */
    public boolean asksSameAs(ImportRequest other) {
        return dryRun == other.dryRun
                && Objects.equals(source, other.source)
                && Objects.equals(encoding, other.encoding)
                && columns.equals(other.columns);
    }

    /** The context of what a row changes. It has no marker, because rows recognise their repetition themselves. */
    MessageContext context() {
        return new MessageContext(
                actor, correlationId, null, traceparent, new MessageContext.Marker.None(), OptionalLong.empty());
    }
}
