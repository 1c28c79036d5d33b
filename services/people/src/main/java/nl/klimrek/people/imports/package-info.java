/** Roster facts brought in as a file, CSV or XLSX: looked at first, then taken row by row like records from the bus. */
package nl.klimrek.people.imports;
