/** Roster facts brought in as a CSV file: looked at first, then taken row by row like records from the bus. */
package nl.klimrek.people.imports;
