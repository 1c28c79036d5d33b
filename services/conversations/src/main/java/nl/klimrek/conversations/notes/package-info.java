/** Notes somebody keeps for themselves alone: no role, no relation and no list leads to another's. */
package nl.klimrek.conversations.notes;
