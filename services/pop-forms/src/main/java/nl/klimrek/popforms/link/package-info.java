/** What a plan links to in other services, so that a link is checked to exist and to be one's own. */
@NullMarked
package nl.klimrek.popforms.link;

import org.jspecify.annotations.NullMarked;
