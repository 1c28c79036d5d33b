/** Reads files of rows that people bring along: CSV in any usual encoding, and XLSX. */
package nl.klimrek.servicekit.tabular;
