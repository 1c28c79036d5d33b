/** HTTP of external coaches: inviting, signing in with a link, and the coach's own account. */
@NullMarked
package nl.klimrek.conversations.externalaccess;

import org.jspecify.annotations.NullMarked;
