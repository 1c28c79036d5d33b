/** Cycles and conversations: the development dialogue itself. Each feature has a package; its rules are plain Java. */
package nl.klimrek.conversations;
