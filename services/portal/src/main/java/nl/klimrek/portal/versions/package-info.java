/** Agreed versions of a plan, for its owner and for the manager who agreed on them, and two of them side by side. */
@NullMarked
package nl.klimrek.portal.versions;

import org.jspecify.annotations.NullMarked;
