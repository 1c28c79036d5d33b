/** Draws what every page shares: navigation, language, styles, texts, charts and error pages. */
@NullMarked
package nl.klimrek.portal.frame;

import org.jspecify.annotations.NullMarked;
