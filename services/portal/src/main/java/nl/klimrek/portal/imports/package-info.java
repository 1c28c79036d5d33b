/** Files for HR: a roster or old assessment forms, first looked at, then taken in, with what became of every row. */
package nl.klimrek.portal.imports;
