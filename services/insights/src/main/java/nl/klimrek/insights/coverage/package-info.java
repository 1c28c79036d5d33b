/** Coverage: how many people of a team had a conversation lately. */
package nl.klimrek.insights.coverage;
