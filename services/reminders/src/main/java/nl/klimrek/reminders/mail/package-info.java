/** E-mail to a person: addresses, what a mail server answers, and addresses that do not work. */
@NullMarked
package nl.klimrek.reminders.mail;

import org.jspecify.annotations.NullMarked;
