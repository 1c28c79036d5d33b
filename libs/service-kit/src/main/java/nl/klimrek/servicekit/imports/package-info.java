/**
 * Imports files of any length: received in parts, processed row by row in the background, resumed after a restart, with a
 * result for each row. A service brings its {@link nl.klimrek.servicekit.imports.job.RowImport}.
 */
@NullMarked
package nl.klimrek.servicekit.imports;

import org.jspecify.annotations.NullMarked;
