/** Charts: drawn on the server as accessible SVG, each with a table that says the same. */
package nl.klimrek.portal.chart;
