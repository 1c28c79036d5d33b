/** The manager's coming weeks: how full they are and how many conversations they may hold. */
@NullMarked
package nl.klimrek.portal.workload;

import org.jspecify.annotations.NullMarked;
