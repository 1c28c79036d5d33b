/** Imports of roster files, CSV or XLSX: previewed first, then processed row by row like HR records from Kafka. */
@NullMarked
package nl.klimrek.people.imports;

import org.jspecify.annotations.NullMarked;
