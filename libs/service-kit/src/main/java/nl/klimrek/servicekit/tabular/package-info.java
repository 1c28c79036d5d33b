/** Reads the tables that people upload: CSV in any usual encoding, and XLSX. */
@NullMarked
package nl.klimrek.servicekit.tabular;

import org.jspecify.annotations.NullMarked;
