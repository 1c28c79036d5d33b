/** Paged lists, path ids and the wiring of filters and argument resolvers. */
package nl.klimrek.servicekit.web;
