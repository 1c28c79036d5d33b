/** Knows who reads a page, and says facts in that reader's language, time zone and names. */
@NullMarked
package nl.klimrek.portal.reader;

import org.jspecify.annotations.NullMarked;
