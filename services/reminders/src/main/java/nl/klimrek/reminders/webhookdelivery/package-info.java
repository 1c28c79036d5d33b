/** Facts about prompts on their way to webhooks: signed, repeated after failures, each endpoint apart from the others. */
@NullMarked
package nl.klimrek.reminders.webhookdelivery;

import org.jspecify.annotations.NullMarked;
