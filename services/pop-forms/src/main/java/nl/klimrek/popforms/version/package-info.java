/** Reading agreed versions of a plan, and what differs between two of them. */
@NullMarked
package nl.klimrek.popforms.version;

import org.jspecify.annotations.NullMarked;
