/** Files that HR uploads: a dry run, the import, the result of each row, and rows in quarantine. */
@NullMarked
package nl.klimrek.portal.imports;

import org.jspecify.annotations.NullMarked;
