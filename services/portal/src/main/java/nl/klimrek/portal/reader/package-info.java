/** Knows who reads a page, and says facts in that reader's language, time zone and names. */
package nl.klimrek.portal.reader;
