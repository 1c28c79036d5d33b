/**
 * The demo's mailbox: a mail server that stores the platform's mail, and pages at {@code /mail} that show it. It
 * listens on loopback and delivers nothing.
 */
@NullMarked
package nl.klimrek.standalone.mailbox;

import org.jspecify.annotations.NullMarked;
