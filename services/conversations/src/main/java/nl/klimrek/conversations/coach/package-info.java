/** The register of coaches: whom HR appointed, and what colleagues choose them by. */
@NullMarked
package nl.klimrek.conversations.coach;

import org.jspecify.annotations.NullMarked;
