/** Access control: file permissions of the data folder, and principals and grants of the broker. */
@NullMarked
package nl.klimrek.standalone.access;

import org.jspecify.annotations.NullMarked;
