/** Paged lists, path ids and the wiring of filters and argument resolvers. */
@NullMarked
package nl.klimrek.servicekit.web;

import org.jspecify.annotations.NullMarked;
