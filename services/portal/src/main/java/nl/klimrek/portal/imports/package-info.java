/** Files that HR uploads: a dry run, the import, the result of each row, and rows in quarantine. */
package nl.klimrek.portal.imports;
