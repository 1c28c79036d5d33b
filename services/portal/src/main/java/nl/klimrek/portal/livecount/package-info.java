/** The number of prompts that wait, on every page, as it changes. */
@NullMarked
package nl.klimrek.portal.livecount;

import org.jspecify.annotations.NullMarked;
