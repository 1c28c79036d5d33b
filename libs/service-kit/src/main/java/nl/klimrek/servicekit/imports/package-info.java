/**
 * ImportService of files whatever their length: received in parts, taken row by row in the background, resumed after a restart,
 * with a result per row. A service says what a row means ({@link nl.klimrek.servicekit.imports.job.RowImport}).
 */
package nl.klimrek.servicekit.imports;
