/** Restoring a service whose store was put back from a backup. */
@NullMarked
package nl.klimrek.admin.restore;

import org.jspecify.annotations.NullMarked;
