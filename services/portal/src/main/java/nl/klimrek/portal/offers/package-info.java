/** Where one can learn, the climbing frame with steps to other jobs, and HR's catalogues of both. */
@NullMarked
package nl.klimrek.portal.offers;

import org.jspecify.annotations.NullMarked;
