/** Who reads a page and in which language, and asking services on that reader's behalf. */
package nl.klimrek.portal.reader;
