/** The plan over HTTP: requests, and what each reader may see of a plan. */
@NullMarked
package nl.klimrek.popforms.web;

import org.jspecify.annotations.NullMarked;
