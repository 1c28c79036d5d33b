/** Coverage: how many people of a team had a conversation lately. */
@NullMarked
package nl.klimrek.insights.coverage;

import org.jspecify.annotations.NullMarked;
