/** Pages of external coaches: the link that lets them in, and the conversations they are invited to. */
@NullMarked
package nl.klimrek.portal.guest;

import org.jspecify.annotations.NullMarked;
