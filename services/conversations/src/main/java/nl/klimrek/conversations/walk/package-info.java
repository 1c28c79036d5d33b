/** Work on all employees of an organisation that is done once, in parts that the instances of this service share. */
@NullMarked
package nl.klimrek.conversations.walk;

import org.jspecify.annotations.NullMarked;
