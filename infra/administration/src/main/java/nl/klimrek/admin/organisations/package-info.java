/** Opening and closing organisations. */
@NullMarked
package nl.klimrek.admin.organisations;

import org.jspecify.annotations.NullMarked;
