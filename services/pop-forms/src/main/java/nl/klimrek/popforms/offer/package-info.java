/** Where people of an organisation can learn, and the search in it. */
@NullMarked
package nl.klimrek.popforms.offer;

import org.jspecify.annotations.NullMarked;
