/** Messages to external coaches, with the links that let them sign in. */
@NullMarked
package nl.klimrek.conversations.externalmail;

import org.jspecify.annotations.NullMarked;
