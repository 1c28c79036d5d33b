/** What stands around every page: navigation, language, style and texts. */
package nl.klimrek.portal.frame;
