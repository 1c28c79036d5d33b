/** Inviting people who never had a career conversation, kindly and once a period. */
@NullMarked
package nl.klimrek.conversations.career;

import org.jspecify.annotations.NullMarked;
