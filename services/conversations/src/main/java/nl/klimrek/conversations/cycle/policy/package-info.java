/** Changes of a policy, why somebody has a window, and the past year replayed under another policy. */
package nl.klimrek.conversations.cycle.policy;
