/** Posts signed messages to webhooks, at public addresses only. */
@NullMarked
package nl.klimrek.reminders.webhookclient;

import org.jspecify.annotations.NullMarked;
