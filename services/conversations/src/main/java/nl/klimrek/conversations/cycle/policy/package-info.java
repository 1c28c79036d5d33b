/** Changes of a policy, why somebody has a window, and the past year replayed under another policy. */
@NullMarked
package nl.klimrek.conversations.cycle.policy;

import org.jspecify.annotations.NullMarked;
