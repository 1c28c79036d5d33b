/** HR's start page, and figures about groups that are large enough to show. */
@NullMarked
package nl.klimrek.portal.hr;

import org.jspecify.annotations.NullMarked;
