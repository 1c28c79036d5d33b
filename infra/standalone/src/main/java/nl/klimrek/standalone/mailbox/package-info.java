/**
 * The demo's own post: a mail server that keeps what the platform sends, and pages at {@code /mail} to read it. It
 * listens on loopback only and delivers nothing to anybody.
 */
package nl.klimrek.standalone.mailbox;
