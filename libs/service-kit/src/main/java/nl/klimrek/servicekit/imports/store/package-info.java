/** Stores imports, their files in parts, and the results of their rows. */
package nl.klimrek.servicekit.imports.store;
