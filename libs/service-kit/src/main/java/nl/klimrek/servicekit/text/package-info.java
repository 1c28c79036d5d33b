/** Which texts from outside may be shown as a name or mailed to. */
@NullMarked
package nl.klimrek.servicekit.text;

import org.jspecify.annotations.NullMarked;
