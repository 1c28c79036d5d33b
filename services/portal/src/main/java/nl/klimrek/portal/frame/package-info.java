/** Draws what every page shares: navigation, language, styles, texts, charts and error pages. */
package nl.klimrek.portal.frame;
