/** Receives forms and sends their commands; keeps what was typed when a command is refused or a session ends. */
@NullMarked
package nl.klimrek.portal.form;

import org.jspecify.annotations.NullMarked;
