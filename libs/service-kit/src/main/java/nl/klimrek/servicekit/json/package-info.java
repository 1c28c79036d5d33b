/** Reads request bodies strictly and names every field that does not fit. */
package nl.klimrek.servicekit.json;
