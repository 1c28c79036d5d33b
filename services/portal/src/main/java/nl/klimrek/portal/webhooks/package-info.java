/** HR's page of webhooks: addresses that get facts about reminders. */
@NullMarked
package nl.klimrek.portal.webhooks;

import org.jspecify.annotations.NullMarked;
