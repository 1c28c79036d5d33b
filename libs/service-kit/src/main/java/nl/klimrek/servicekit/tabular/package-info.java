/** Reads files of rows that people bring along: CSV in any usual encoding, and XLSX. */
@NullMarked
package nl.klimrek.servicekit.tabular;

import org.jspecify.annotations.NullMarked;
