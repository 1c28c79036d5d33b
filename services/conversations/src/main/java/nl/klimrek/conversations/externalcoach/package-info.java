/** External coaches: their accounts, links and sessions, and what they may reach. */
@NullMarked
package nl.klimrek.conversations.externalcoach;

import org.jspecify.annotations.NullMarked;
