/** The bytes of a file as text: in which encoding it is, and why a file is refused. */
@NullMarked
package nl.klimrek.servicekit.tabular.file;

import org.jspecify.annotations.NullMarked;
