/** Imports of roster files, CSV or XLSX: previewed first, then processed row by row like HR records from Kafka. */
package nl.klimrek.people.imports;
